import type { Database } from '../../src/platform/database/database.js';

/** Rows of every table of the program, by table. */
export async function tableCounts(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of db.source.entityMetadatas) {
    const rows = await db.read<{ n: number }>(`SELECT CAST(COUNT(*) AS integer) AS n FROM ${tableName}`);
    counts[tableName] = rows[0]?.n ?? -1;
  }
  return counts;
}
