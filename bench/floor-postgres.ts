import pg from 'pg';
import { answer, spentOn } from './child.js';
import { WRITTEN_TABLES, type Floor } from './written-tables.js';

// Child: the floor on PostgreSQL. Writes the rows that our program wrote into the same, empty tables: one transaction,
// prepared statements of many rows each, values already in memory. Words: database our program wrote, database to write,
// tables by commas (those of a freeze without them).
const ROWS_PER_STATEMENT = 500;
const [from = '', to = '', tables = WRITTEN_TABLES.join(',')] = process.argv.slice(2);
pg.types.setTypeParser(20, Number);
const source = new pg.Client({ connectionString: from });
const target = new pg.Client({ connectionString: to });
await source.connect();
await target.connect();
await source.query('BEGIN');

let seconds = 0;
let cpu = 0;
let rows = 0;

/** Only this is counted; fetching the values is not. */
async function counted(work: () => Promise<unknown>): Promise<void> {
  const spent = await spentOn(work);
  seconds += spent.seconds;
  cpu += spent.cpu;
}

await counted(() => target.query('BEGIN'));
for (const table of tables.split(',')) await copyTable(table);
await counted(() => target.query('COMMIT'));
await target.end();
await source.end();
answer({ seconds, cpu, rows } satisfies Floor);

async function copyTable(table: string): Promise<void> {
  await source.query(`DECLARE rows CURSOR FOR SELECT * FROM ${table}`);
  for (;;) {
    const chunk = await source.query({ text: `FETCH ${ROWS_PER_STATEMENT} FROM rows`, rowMode: 'array' });
    if (chunk.rows.length === 0) break;
    const names = chunk.fields.map(({ name }) => `"${name}"`);
    const values = (chunk.rows as unknown[][]).flat();
    const text = `INSERT INTO ${table} (${names.join(',')}) VALUES ${placeholders(names.length, chunk.rows.length)}`;
    await counted(() => target.query({ name: `${table}-${chunk.rows.length}`, text, values }));
    rows += chunk.rows.length;
  }
  await source.query('CLOSE rows');
}

function placeholders(columns: number, count: number): string {
  const row = (i: number) =>
    `(${Array.from({ length: columns }, (_, c) => `$${i * columns + c + 1}`).join(',')})`;
  return Array.from({ length: count }, (_, i) => row(i)).join(',');
}
