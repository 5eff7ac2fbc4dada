import type { Place, Program } from './program.js';

interface Point {
  name: string;
  file: string;
  /** The piece of compiled code, which stands there once; the point is put before or after it. */
  code: string;
  put: 'before' | 'after';
  /** Passed once in a month. */
  isOnce?: true;
}

const RUNNER = 'platform/jobs/job-runner.js';
const STORE = 'platform/files/file-store.js';
const UNIT = 'platform/database/unit-of-work.js';
const FREEZE = 'features/dispatch/freeze/freeze.service.js';
const DESK = 'features/dispatch/freeze/shard-desk.js';
const SHARD = 'features/dispatch/freeze/freeze-shard.service.js';

/** Named steps of a month and of an upload at which a process may die. */
export const MONTH_POINTS: readonly Point[] = [
  {
    name: 'after-claim',
    file: RUNNER,
    code: "await unhurried(() => seeingAll('JOB', () => this.perform(job, claim, above)));",
    put: 'before',
  },
  { name: 'after-batch', file: RUNNER, code: 'const next = await deed();', put: 'after' },
  { name: 'after-cursor', file: RUNNER, code: 'await this.keep(claim, next);', put: 'after' },
  { name: 'before-shard', file: DESK, code: 'await freeze.part(', put: 'before' },
  { name: 'shard-not-ended', file: SHARD, code: 'return { result: progress };', put: 'before' },
  {
    name: 'month-not-closed',
    file: FREEZE,
    code: 'await run.finish(() => this.closing.close(ledger, asOf, roundId, run, whole));',
    put: 'before',
    isOnce: true,
  },
  { name: 'before-commit', file: UNIT, code: 'await runner.commitTransaction();', put: 'before' },
  { name: 'after-commit', file: UNIT, code: 'await runner.commitTransaction();', put: 'after' },
];
export const UPLOAD_POINTS: readonly Point[] = [
  { name: 'file-written', file: STORE, code: 'await file.sync();', put: 'before' },
  { name: 'file-synced', file: STORE, code: 'await file.sync();', put: 'after' },
  { name: 'file-renamed', file: STORE, code: 'await rename(temporary, path);', put: 'after' },
  { name: 'before-row', file: 'features/evidence/upload-evidence.service.js', code: 'const stored = await this.files.keep(file, kind);', put: 'after' },
]; // prettier-ignore
/** Puts the points into a copy of the program; without FAILPOINT it runs as before. */
export function plantFailpoints(program: Program, points: readonly Point[]): void {
  for (const { name, file, code, put } of points) {
    const point = `globalThis.failpoint?.('${name}');`;
    program.patch(file, code, put === 'before' ? `${point} ${code}` : `${code} ${point}`);
  }
}

/** The place, for a process that dies at a point. */
export function dyingAt(place: Place, name: string, count: number): Place {
  return meeting(place, { FAILPOINT: `${name}:${count}` });
}

/**
 * The place, for a process that stops after the n-th batch of its freeze and between two of its units of work, where it
 * holds nothing. Stopped inside a unit it would keep everybody else from writing, and there would be no second process
 * to be fenced off from.
 */
export function pausingAfterBatch(place: Place, count: number): Place {
  return meeting(place, {
    FAILPOINT: `before-shard:1,after-batch:${count},after-commit:1`,
    FAILPOINT_SIGNAL: 'SIGSTOP',
  });
}

function meeting(place: Place, settings: Record<string, string>): Place {
  return {
    ...place,
    settings: { ...place.settings, ...settings },
    node: ['--import', './children/failpoint.mjs'],
  };
}
