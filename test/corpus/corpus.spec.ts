import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DomainError } from '../../src/domain/refusal.js';
import type { OfficeDocument } from '../../src/platform/office/office-document.js';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { buildChild } from './build-child.js';
import type { CorpusCase } from './corpus-case.js';
import { expectOutcome } from './expect-outcome.js';
import { CORPUS } from './make-corpus.js';

/** What one file led to, and what it cost. */
interface Outcome {
  document?: OfficeDocument;
  refusal?: DomainError;
  childMegabytes: number;
  growthMegabytes: number;
  seconds: number;
}

const MEGABYTE = 1024 * 1024;
const child = buildChild();
const all = Object.values(CORPUS).flat();
const outcomes = new Map<string, Outcome>();

describe('the corpus of bad office files', () => {
  afterAll(() => child.remove());

  it('has at least sixty files, each once', () => {
    expect(new Set(all.map((one) => one.what)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  describe.each(Object.entries(CORPUS))('%s', (group, cases) => {
    // Bombs one at a time, so that what each costs can be seen; the others on both cores.
    beforeAll(() => readAll(cases, group === 'bombs' ? 1 : 2), 90_000);
    it.each(cases.map((one) => [one.what, one] as const))('%s', (what, one) => {
      const { document, refusal } = outcomes.get(what)!;
      expect(refusal?.message ?? '读取成功。').toMatch(/[\u4e00-\u9fff].*。$/u);
      expectOutcome(document ?? refusal!.code, one.expected);
    });
  });

  it('no child took more than 256 MB', () => {
    expect(most((outcome) => outcome.childMegabytes).value).toBeLessThanOrEqual(256);
  });

  it('no refusal left more than 20 MB behind in this process', () => {
    const refused = new Set(
      CORPUS['bombs']!.filter((one) => 'refused' in one.expected).map((one) => one.what),
    );
    const worst = most((outcome, what) => (refused.has(what) ? outcome.growthMegabytes : 0));
    expect(worst.value).toBeLessThanOrEqual(20);
  });

  it('no file took longer than the wall', () => {
    expect(most((outcome) => outcome.seconds).value).toBeLessThan(10);
  });

  it.each([
    ['the heap limit', { residentMegabytes: 4096 }, 'FILE_MEMORY'],
    ['the watch on memory', { heapMegabytes: 4096 }, 'FILE_MEMORY'],
    ['the wall', { heapMegabytes: 4096, residentMegabytes: 4096, wallMilliseconds: 700 }, 'FILE_TIMEOUT'],
  ])('%s stops what slips through every measure', async (_what, limits, code) => {
    const bytes = CORPUS['bombs']!.find((one) => one.what === 'a million rows')!.file();
    const none = { inflatedBytes: 1e12, ratio: 1e12, rows: 1e12, cells: 1e12 };
    const read = readOfficeFile(bytes, 'a.xlsx', { ...none, ...limits }, { command: child.command });
    await expect(read).rejects.toMatchObject({ code });
  });

  it('the event loop here runs on while a bomb is read', async () => {
    const bytes = CORPUS['bombs']!.find((one) => one.what.startsWith('20,000 rows of 20'))!.file();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const began = performance.now();
    delay.enable();
    await readOfficeFile(bytes, 'a.xlsx', {}, { command: child.command }).catch(() => undefined);
    delay.disable();
    // Against the reading itself, so that a busy machine, where both take longer, says the same.
    expect(delay.max / 1e6).toBeLessThan((performance.now() - began) / 4);
  });
});

async function readAll(cases: CorpusCase[], lanes: number): Promise<void> {
  const waiting = [...cases];
  const lane = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) outcomes.set(one.what, await readOne(one));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function readOne(one: CorpusCase): Promise<Outcome> {
  const bytes = one.file();
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let childMegabytes = 0;
  const onPeak = (peak: number) => (childMegabytes = peak / MEGABYTE);
  const read = await readOfficeFile(bytes, one.name, {}, { command: child.command, onPeak }).then(
    (document) => ({ document }),
    (error: unknown) => {
      if (error instanceof DomainError) return { refusal: error };
      throw error;
    },
  );
  const growthMegabytes = (process.memoryUsage.rss() - before) / MEGABYTE;
  return { ...read, childMegabytes, growthMegabytes, seconds: (performance.now() - started) / 1000 };
}

function most(figure: (outcome: Outcome, what: string) => number): { what: string; value: number } {
  const figures = [...outcomes].map(([what, outcome]) => ({ what, value: figure(outcome, what) }));
  return figures.reduce((worst, one) => (one.value > worst.value ? one : worst));
}
