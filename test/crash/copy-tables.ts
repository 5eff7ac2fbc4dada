import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';

interface Column {
  name: string;
  isNumber: boolean;
}

const NAME = 'diaodu.sqlite';
/** int8 as a number: our instants and counters stay below 2^53. */
const INT8 = 20;

/**
 * Copies every table of a PostgreSQL database into a SQLite file of the same name as the small edition's, so that the same
 * checker judges both editions. Refuses values SQLite cannot hold, which our tables do not have.
 */
export async function copyTables(address: string, folder: string): Promise<void> {
  const client = new Client({ connectionString: address });
  client.setTypeParser(INT8, Number);
  await client.connect();
  const copy = new Database(join(folder, NAME));
  try {
    for (const [table, columns] of await tablesOf(client)) await copyTable(client, copy, table, columns);
  } finally {
    copy.close();
    await client.end();
  }
}

async function tablesOf(client: Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT table_name AS "table", '"' || column_name || '"' AS name, data_type LIKE '%int%' AS "isNumber"
       FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

async function copyTable(
  client: Client,
  copy: Database.Database,
  table: string,
  columns: Column[],
): Promise<void> {
  const names = columns.map(({ name }) => name).join(', ');
  const { rows } = await client.query<unknown[]>({
    text: `SELECT ${names} FROM "${table}"`,
    rowMode: 'array',
  });
  // Whole numbers need a column that says so: SQLite takes the driver's numbers for reals and writes 1.0 beside a text.
  const made = columns.map(({ name, isNumber }) => `${name} ${isNumber ? 'INTEGER' : 'TEXT'}`);
  copy.exec(`CREATE TABLE "${table}" (${made.join(', ')})`);
  const put = copy.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`);
  copy.transaction(() => {
    for (const row of rows) put.run(row);
  })();
}
