import Database from 'better-sqlite3';
import { answer } from './child.js';
import { WRITTEN_TABLES, type Floor } from './written-tables.js';

// Child: the floor on SQLite. Writes the rows that our program wrote into the same, empty tables: one transaction, one
// prepared statement per table, values already in memory. Words: file our program wrote, file to write, tables by commas
// (those of a freeze without them).
const CHUNK = 5_000;
const [from = '', to = '', tables = WRITTEN_TABLES.join(',')] = process.argv.slice(2);
const source = new Database(from, { readonly: true });
const target = new Database(to);
target.pragma('journal_mode = WAL');
target.pragma('synchronous = FULL');
target.pragma('foreign_keys = ON');

let nanoseconds = 0n;
let microseconds = 0;
let rows = 0;

/** Only this is counted; fetching the values is not, as whoever wrote it by hand had them in memory. */
function counted(work: () => void): void {
  const cpu = process.cpuUsage();
  const begin = process.hrtime.bigint();
  work();
  nanoseconds += process.hrtime.bigint() - begin;
  const spent = process.cpuUsage(cpu);
  microseconds += spent.user + spent.system;
}

counted(() => target.exec('BEGIN IMMEDIATE'));
for (const table of tables.split(',')) copyTable(table);
counted(() => target.exec('COMMIT'));
target.close();
source.close();
answer({ seconds: Number(nanoseconds) / 1e9, cpu: microseconds / 1e6, rows } satisfies Floor);

function copyTable(table: string): void {
  const columns = source.pragma(`table_info(${table})`) as { name: string }[];
  const names = columns.map(({ name }) => `"${name}"`).join(',');
  const read = source.prepare(
    `SELECT rowid, ${names} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${CHUNK}`,
  );
  const insert = target.prepare(
    `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(',')})`,
  );
  for (let last = 0; ;) {
    const chunk = read.raw().all(last) as unknown[][];
    if (chunk.length === 0) return;
    last = chunk.at(-1)?.[0] as number;
    const values = chunk.map((row) => row.slice(1));
    counted(() => {
      for (const row of values) insert.run(row);
    });
    rows += values.length;
  }
}
