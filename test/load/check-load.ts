import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LoadEvent } from './load-history.js';

/** What was promised and is not kept. */
export interface LoadFindings {
  filesPromised: number;
  filesLost: string[];
  reportsPromised: number;
  reportsLost: string[];
  serverErrors: number;
  unknown: number;
  integrity: string;
}

/** Reads the history, the database and the stored files; shares no code with the product. */
export async function checkLoad(events: readonly LoadEvent[], folder: string): Promise<LoadFindings> {
  const db = new Database(join(folder, 'diaodu.sqlite'), { readonly: true });
  const stored = await hashesUnder(join(folder, 'files'));
  const rows = new Set(
    (db.prepare('SELECT DISTINCT sha256 FROM evidence').all() as { sha256: string }[]).map(
      ({ sha256 }) => sha256,
    ),
  );
  const well = events.filter(({ status }) => typeof status === 'number' && status < 300);
  const files = well.filter(({ kind }) => kind === 'upload').map(({ key }) => key);
  const submitted = well.filter(({ key }) => key.startsWith('submitted ')).map(({ key }) => key.slice(10));
  const kept = db.prepare('SELECT state, evidence_ids AS evidence FROM progress_report WHERE id = ?');
  const findings: LoadFindings = {
    filesPromised: files.length,
    filesLost: files.filter((sha256) => !stored.has(sha256) || !rows.has(sha256)),
    reportsPromised: submitted.length,
    reportsLost: submitted.filter((id) => !isWhole(kept.get(id) as Kept | undefined)),
    serverErrors: events.filter(({ status }) => typeof status === 'number' && status >= 500).length,
    unknown: events.filter(({ status }) => status === 'unknown').length,
    integrity: String(db.pragma('integrity_check', { simple: true })),
  };
  db.close();
  return findings;
}

interface Kept {
  state: string;
  evidence: string;
}

/** With the office, naming the three files that were promised with it. */
function isWhole(report: Kept | undefined): boolean {
  return report?.state === 'SUBMITTED' && (JSON.parse(report.evidence) as string[]).length === 3;
}

/** SHA-256 of the content of every file below a folder, whatever it is called. */
async function hashesUnder(folder: string): Promise<Set<string>> {
  const hashes = new Set<string>();
  if (!existsSync(folder)) return hashes;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(join(entry.parentPath, entry.name)))
      hash.update(chunk as Buffer);
    hashes.add(hash.digest('hex'));
  }
  return hashes;
}
