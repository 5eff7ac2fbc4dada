import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of papers. */
export class Papers1700000000008 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'bulletin',
      [
        key(),
        text('round_id'),
        text('ledger_id'),
        text('month'),
        text('number'),
        text('snapshot_sha256'),
        text('data_sha256'),
        text('content'),
        text('issued_on'),
        text('issued_by'),
        integer('version'),
      ],
      {
        unique: [['round_id'], ['ledger_id', 'number']],
        references: { round_id: 'dispatch_round', ledger_id: 'ledger' },
      },
    );
    await createTable(
      q,
      'bulletin_file',
      [key(), text('bulletin_id'), text('format'), text('sha256'), integer('bytes')],
      { unique: [['bulletin_id', 'format']], references: { bulletin_id: 'bulletin' } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['bulletin_file', 'bulletin']);
  }
}
