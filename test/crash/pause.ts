import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Running } from './program.js';
import { ask, openTables, until } from './tables.js';

/** How many rows the freeze has put on disk so far. */
export function frozenRows(data: string): number {
  return ask<{ n: number }>(data, 'SELECT COUNT(*) AS n FROM task_snapshot')[0]?.n ?? 0;
}

/**
 * Stops a process in the middle of its run, between two of its units of work: while the write lock is held from here,
 * the process waits for it and holds nothing itself. Stopped inside a unit it would keep everybody else from writing,
 * and there would be no second process to be fenced off from.
 */
export async function pauseBetweenUnits(running: Running, data: string): Promise<void> {
  const db = openTables(data, false);
  try {
    db.pragma('busy_timeout = 0');
    const begun = db.prepare(`SELECT 1 FROM schedule_run WHERE job = 'dispatch.freeze'`);
    await until('the freeze to begin', () => begun.get() !== undefined, 60_000, 2);
    takeLockAfterFirstBatch(db);
    running.child.kill('SIGSTOP');
    await until('the process to stand', () => stateOf(running) === 'T', 10_000, 5);
    db.exec('ROLLBACK');
  } finally {
    db.close();
  }
}

/** Asks without a pause between, since the moments in which nobody writes are short. */
function takeLockAfterFirstBatch(db: Database.Database): void {
  const rows = db.prepare('SELECT 1 FROM task_snapshot LIMIT 1');
  for (let tries = 0; tries < 1_000_000; tries++) {
    if (rows.get() === undefined) continue;
    try {
      return void db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    }
  }
  throw new Error('the write lock was never free');
}

/** Lets a paused process go on. */
export function resume(running: Running): void {
  running.child.kill('SIGCONT');
}

/** The letter Linux gives a process: R runs, S sleeps, T is stopped. */
function stateOf(running: Running): string {
  const stat = readFileSync(`/proc/${running.child.pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0] ?? '';
}
