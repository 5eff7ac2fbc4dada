import { seeingAll } from '../database/sight.js';
import type { Database } from '../database/database.js';

/**
 * Every hash that any table holds: by custom of the house it stands in a column whose name ends in `sha256`. Asked of the
 * tables' own descriptions, so a feature that begins to keep files need not remember to say so, and loses none of them.
 */
export async function knownHashes(db: Database): Promise<Set<string>> {
  const known = new Set<string>();
  for (const { tableName, columns } of db.source.entityMetadatas) {
    for (const { databaseName } of columns.filter((column) => column.databaseName.endsWith('sha256'))) {
      const sql = `SELECT DISTINCT ${databaseName} AS hash FROM ${tableName}`;
      // A row that is not seen would cost its file.
      const rows = await seeingAll('NUMBERING', () => db.read<{ hash: string | null }>(sql));
      for (const { hash } of rows) if (hash !== null) known.add(hash);
    }
  }
  return known;
}
