import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { dropColumn, text } from '../platform/database/table-builder.js';

/** Which jurisdiction each department lies in, as a path; whoever had no such node stays one jurisdiction, `/`. */
export class Jurisdictions1700000000023 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.addColumn('ledger_import', text('jurisdiction', { default: '/' }));
    await q.addColumn('department', text('jurisdiction', { default: '/' }));
  }

  async down(q: QueryRunner): Promise<void> {
    await dropColumn(q, 'ledger_import', 'jurisdiction');
    await dropColumn(q, 'department', 'jurisdiction');
  }
}
