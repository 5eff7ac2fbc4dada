import { createHash } from 'node:crypto';
import type { Database } from '../../src/platform/database/database.js';

/** A hash of every row of every table: two are equal only when nothing has changed in between. */
export async function tableDigest(db: Database): Promise<string> {
  const digest = createHash('sha256');
  for (const { tableName } of db.source.entityMetadatas) {
    const rows = await db.read(`SELECT * FROM ${tableName}`);
    const lines = rows.map((row) => JSON.stringify(row)).sort((one, other) => (one < other ? -1 : 1));
    digest.update(`${tableName}\n${lines.join('\n')}\n`);
  }
  return digest.digest('hex');
}
