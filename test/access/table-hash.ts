import { createHash } from 'node:crypto';
import type { Database } from '../../src/platform/database/database.js';

/** Tables a refused request may touch: that a session was used, that somebody failed to sign in, whose turn it was. */
const BESIDE = new Set(['session', 'sign_in_throttle', 'app_lock', 'office_setting']);

/** A hash of the rows of every table, by table. */
export async function tableHashes(db: Database): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { tableName, primaryColumns } of db.source.entityMetadatas) {
    if (BESIDE.has(tableName)) continue;
    const order = primaryColumns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
    const rows = await db.read<object>(`SELECT * FROM ${tableName} ORDER BY ${order}`);
    hashes.set(
      tableName,
      `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`,
    );
  }
  return hashes;
}

/** Tables whose rows are not the same in both. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([table, hash]) => before.get(table) !== hash).map(([table]) => table);
}
