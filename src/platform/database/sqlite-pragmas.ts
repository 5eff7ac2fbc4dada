import type { Database } from 'better-sqlite3';

/** How long the driver waits for another process while a file is opened and migrated; it stops the event loop meanwhile. */
export const BUSY_TIMEOUT_MS = 200;

/** synchronous=FULL as SQLite numbers it; with NORMAL a power cut loses acknowledged rows. */
const FULL = 2;

/**
 * Pages the write-ahead log may hold before a commit carries them into the file: 16 MB instead of SQLite's 4. A month that
 * is frozen writes the same pages of its indexes again and again, and carries each of them over once in place of many times;
 * more than this saves nothing further, and the one commit that carries would be felt.
 */
const CHECKPOINT_PAGES = 4_000;

/** Sets the pragmas our promises rest on. better-sqlite3 is compiled with synchronous=NORMAL for WAL, hence the order. */
export function preparePragmas(db: Database, readonly: boolean): void {
  if (!readonly) db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  if (readonly) return;
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  assertPragmas(db);
}

/**
 * Refuses the start when the database does not hold what we promise: rows acknowledged are on disk, keys are checked.
 * Also refuses SQLite below 3.51.3, which can corrupt a file with two connections when the WAL is reset.
 */
export function assertPragmas(db: Database): void {
  const faults: string[] = [];
  const expectPragma = (name: string, expected: unknown, atLeast = false): void => {
    const value = db.pragma(name, { simple: true });
    const fits = atLeast ? Number(value) >= Number(expected) : value === expected;
    if (!fits) faults.push(`${name} = ${String(value)}，应为 ${String(expected)}`);
  };
  expectPragma('journal_mode', 'wal');
  expectPragma('synchronous', FULL, true);
  expectPragma('foreign_keys', 1);
  expectPragma('trusted_schema', 0);
  const version = db.prepare('SELECT sqlite_version() AS v').get() as { v: string };
  if (compareVersions(version.v, '3.51.3') < 0) faults.push(`SQLite ${version.v}，应不低于 3.51.3`);
  if (faults.length > 0) throw new Error(`数据库设置不符合要求，服务未启动：${faults.join('；')}`);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
