import { Client } from 'pg';

/** Asks a PostgreSQL database once, over a connection of its own and with nothing of the product between. */
export async function askPostgres<Row extends object>(
  address: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
