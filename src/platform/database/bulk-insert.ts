import type { Database } from './database.js';
import { marks } from './placeholders.js';

/** A value both databases bind alike. */
export type Value = string | number | null;

/** Stays below PostgreSQL's limit of bound values, 65,535. */
const MAX_VALUES = 30_000;
const MAX_ROWS = 500;

/** What to do when a unique key is already there: keep the old row silently, or fail. */
export type OnConflict = 'keep' | 'fail';

/** A further change, without a condition on the rows that are inserted. */
export interface Beside {
  sql: string;
  values: readonly Value[];
}

/**
 * Inserts many rows: on PostgreSQL with few statements, on SQLite with one that is prepared once. Takes column names and rows of equal width; gives how many rows are new.
 * With `keep`, a row whose unique key exists is left as it is and not counted: that is what makes things happen once.
 * What is to be changed beside them goes with the first statement on PostgreSQL, which saves the way there and back.
 */
export async function bulkInsert(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  onConflict: OnConflict = 'fail',
  beside?: Beside,
): Promise<number> {
  if (!db.isPostgres) {
    if (beside) await db.write(beside.sql, [...beside.values]);
    return db.writeEach(statementFor(table, columns, 1, onConflict), rows);
  }
  const perStatement = Math.min(MAX_ROWS, Math.floor(MAX_VALUES / columns.length));
  let inserted = 0;
  for (let at = 0; at < rows.length; at += perStatement) {
    const chunk = rows.slice(at, at + perStatement);
    const insert = statementFor(table, columns, chunk.length, onConflict);
    const result =
      beside && at === 0
        ? await db.write(`WITH beside AS (${beside.sql}) ${insert}`, [...beside.values, ...chunk.flat()])
        : await db.write(insert, chunk.flat());
    inserted += result.affected;
  }
  return inserted;
}

function statementFor(
  table: string,
  columns: readonly string[],
  rows: number,
  onConflict: OnConflict,
): string {
  const row = `(${marks(columns)})`;
  const values = Array.from({ length: rows }, () => row).join(',');
  const conflict = onConflict === 'keep' ? ' ON CONFLICT DO NOTHING' : '';
  return `INSERT INTO ${table} (${columns.join(',')}) VALUES ${values}${conflict}`;
}
