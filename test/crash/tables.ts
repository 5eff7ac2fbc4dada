import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Opens the database of a data folder with nothing of the product between. */
export function openTables(data: string, readonly = true): Database.Database {
  return new Database(join(data, 'diaodu.sqlite'), { readonly, timeout: 5_000 });
}

/** Asks one question and closes again. */
export function ask<Row>(data: string, sql: string, ...values: unknown[]): Row[] {
  const db = openTables(data);
  try {
    return db.prepare(sql).all(...values) as Row[];
  } finally {
    db.close();
  }
}

/** Work of a day that has nothing to do with the month: a later day rightly has a run of its own. */
const HOUSEKEEPING = ['identity.upkeep', 'evidence.sweep', 'backup', 'anchors', 'self-check'];

/**
 * What every table holds, as one hash per table; the lock's turn counter, the guard's clock reading and the runs of
 * housekeeping left out.
 */
export function fingerprint(data: string): Record<string, string> {
  const tables = ask<{ name: string }>(
    data,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('app_lock', 'clock_guard', 'anchor', 'self_check') ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = ask<{ job?: string; name?: string }>(data, `SELECT * FROM "${name}"`)
        .filter(({ job }) => name !== 'schedule_run' || !HOUSEKEEPING.includes(job ?? ''))
        .filter((row) => name !== 'office_setting' || row.name !== 'self-check')
        .map((row) => JSON.stringify(row));
      return [name, createHash('sha256').update(rows.sort().join('\n')).digest('hex')];
    }),
  );
}

/** Asks again and again until the answer is yes; throws with the question when the patience is over. */
export async function until(
  question: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
  everyMs = 50,
): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += everyMs) {
    if (waited > patienceMs) throw new Error(`waited ${patienceMs} ms in vain: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
