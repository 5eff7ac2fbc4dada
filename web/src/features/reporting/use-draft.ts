import { useCallback, useEffect, useRef, useState } from 'react';
import { api, take } from '../../api/client.js';
import { ifMatch } from '../../api/headers.js';
import { contentOf, isSame, type Content, type Standing } from './draft.js';
import type { SheetReport } from './reporting-queries.js';

/** Typing pauses this long before the draft is saved by itself. */
const PAUSE_MS = 1200;

/** A report being written: what is on the screen, and what the service has of it. */
export interface Draft {
  content: Content;
  standing: Standing;
  error: unknown;
  change: (changes: Partial<Content>) => void;
  /** Saves at once what is not saved yet; gives the version then. */
  flush: () => Promise<number>;
  /** Takes the service's version as the base and keeps what was typed. */
  rebase: (version: number) => void;
}

/** Keeps a draft and saves it by itself, one save at a time, each based on the version before. */
export function useDraft(report: SheetReport): Draft {
  const [content, setContent] = useState(() => contentOf(report));
  const [standing, setStanding] = useState<Standing>('SAVED');
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(content);
  const saved = useRef(keptOf(report));
  const running = useRef<Promise<number> | null>(null);

  const adopt = useCallback((kept: { content: Content; version: number }): void => {
    saved.current = kept;
    latest.current = kept.content;
    setContent(kept.content);
    setStanding('SAVED');
  }, []);

  // Another deed gave the report a new version. While something typed is not saved yet, the old base stays, so that the
  // service can tell when somebody else was faster.
  useEffect(() => {
    if (isSame(latest.current, saved.current.content)) adopt(keptOf(report));
  }, [report, adopt]);

  const save = useCallback(async (): Promise<number> => {
    const sent = latest.current;
    if (isSame(sent, saved.current.content)) return saved.current.version;
    setStanding('SAVING');
    const version = await put(report.id, sent, saved.current.version);
    saved.current = { content: sent, version };
    setStanding(isSame(latest.current, sent) ? 'SAVED' : 'CHANGED');
    return version;
  }, [report.id]);

  const flush = useCallback(async (): Promise<number> => {
    await running.current?.catch(() => undefined);
    const work = save();
    running.current = work;
    try {
      setError(null);
      return await work;
    } catch (thrown) {
      setStanding('FAILED');
      setError(thrown);
      throw thrown;
    }
  }, [save]);

  useSaving(standing, content, flush);

  const change = (changes: Partial<Content>): void => {
    latest.current = { ...latest.current, ...changes };
    setContent(latest.current);
    setStanding('CHANGED');
  };
  const rebase = (version: number): void => {
    saved.current = { ...saved.current, version };
    setError(null);
    setStanding('CHANGED');
  };
  return { content, standing, error, flush, change, rebase };
}

/** What the service has of a report. */
function keptOf(report: SheetReport): { content: Content; version: number } {
  return { content: contentOf(report), version: report.version };
}

/** Saves when typing pauses, and warns whoever leaves before that. */
function useSaving(standing: Standing, content: Content, flush: () => Promise<number>): void {
  useEffect(() => {
    if (standing !== 'CHANGED') return;
    const timer = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [standing, content, flush]);
  useEffect(() => {
    if (standing === 'SAVED') return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [standing]);
}

/** Sends a draft; gives the report's new version. */
async function put(id: string, body: Content, version: number): Promise<number> {
  const call = api.PUT('/api/v1/reports/{id}', { params: { path: { id } }, body, headers: ifMatch(version) });
  return (await take(call)).version;
}
