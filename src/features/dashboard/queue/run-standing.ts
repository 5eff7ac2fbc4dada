import type { RunRow } from '../../../platform/jobs/queue.store.js';

/** How a slot stands; STALLED is one that nobody has shown a sign of life for. */
export type RunStanding = 'RUNNING' | 'STALLED' | 'FAILED' | 'DONE' | 'COLLAPSED';

/** Each standing with the word the screen shows. */
export const RUN_WORDS: Readonly<Record<RunStanding, string>> = {
  RUNNING: '办理中',
  STALLED: '等待接手',
  FAILED: '失败',
  DONE: '已办结',
  COLLAPSED: '由后一期代替',
};

/** Pure: a run whose lease has run out is there for any process to take over. */
export function runStanding(
  { state, leaseUntil }: Pick<RunRow, 'state' | 'leaseUntil'>,
  now: number,
): RunStanding {
  return state === 'RUNNING' && leaseUntil < now ? 'STALLED' : (state as RunStanding);
}

/** How many tasks a shard has frozen, where its cursor or result tells it; null else. They are the jobs' own, so nothing is taken for granted. */
export function tasksDone(cursor: string): number | null {
  if (!cursor.startsWith('{')) return null;
  try {
    const { totals } = JSON.parse(cursor) as { totals?: { tasks?: unknown } };
    return typeof totals?.tasks === 'number' ? totals.tasks : null;
  } catch {
    return null;
  }
}

/** The sentence of a refusal or fault, without the kind of error that the run ledger keeps before it. */
export function sentenceOf(error: string | null): string {
  return (error ?? '').replace(/^\w*Error: /, '');
}
