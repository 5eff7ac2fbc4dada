import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that name evidence, and the column in which they do. */
const COLUMNS: readonly [table: string, column: string][] = [
  ['progress_report', 'evidence_ids'],
  ['progress_report_version', 'evidence_ids'],
  ['close_out_request', 'evidence_ids'],
  ['task_snapshot', 'evidence'],
];

/** Reports, close-out requests and frozen months name their evidence; what was there before names none. */
export class CitedEvidence1700000000015 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // In words of both databases: TypeORM would copy a whole table on SQLite for one more column.
    for (const [table, column] of COLUMNS) {
      await q.query(`ALTER TABLE "${table}" ADD COLUMN "${column}" text NOT NULL DEFAULT '[]'`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) await q.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}
