import { createHash } from 'node:crypto';

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;
/** Names of the columns of every table. */
export type Columns = ReadonlyMap<string, readonly string[]>;

/** Tables and columns as the database itself lists them, on either database. */
export async function columnsOf(ask: Ask, isPostgres: boolean): Promise<Columns> {
  const rows = await ask(
    isPostgres
      ? `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
          WHERE table_schema = 'public' ORDER BY table_name, column_name`
      : `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.name`,
  );
  const columns = new Map<string, string[]>();
  for (const row of rows) {
    const table = String(row['table']);
    columns.set(table, [...(columns.get(table) ?? []), String(row['column'])]);
  }
  return columns;
}

/** Count and SHA-256 of the rows of each of these tables over these columns, whatever order the rows lie in. */
export async function contentOf(ask: Ask, columns: Columns): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const [table, names] of columns) {
    const rows = await ask(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM "${table}"`);
    const lines = rows.map((row) => JSON.stringify(names.map((name) => row[name]))).toSorted();
    content[table] = `${rows.length} rows, ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
  }
  return content;
}
