import { readFileSync } from 'node:fs';
import type { Running } from './program.js';
import { ask, until } from './tables.js';

/** How many rows the freeze has put on disk so far. */
export function frozenRows(data: string): number {
  return ask<{ n: number }>(data, 'SELECT COUNT(*) AS n FROM task_snapshot')[0]?.n ?? 0;
}

/** Waits until a process that was started to stop by itself stands; one that ended instead is a fault. */
export async function standing(running: Running): Promise<void> {
  await until('the process to stand', () => hasEnded(running) || stateOf(running) === 'T', 60_000, 5);
  if (hasEnded(running)) throw new Error(`it ended instead of standing still: ${running.said()}`);
}

/** Lets a paused process go on. */
export function resume(running: Running): void {
  running.child.kill('SIGCONT');
}

function hasEnded({ child }: Running): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The letter Linux gives a process: R runs, S sleeps, T is stopped. */
function stateOf(running: Running): string {
  const stat = readFileSync(`/proc/${running.child.pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
}
