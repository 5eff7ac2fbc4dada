import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  dropTables,
  integer,
  integerKey,
  key,
  text,
} from '../platform/database/table-builder.js';

/** Tables of calendar. */
export class Calendar1700000000003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'calendar_year',
      [
        integerKey('year'),
        text('status'),
        text('notice_number'),
        text('imported_on', { nullable: true }),
        integer('version'),
      ],
      {},
    );
    await createTable(q, 'calendar_day', [
      integerKey('notice_year'),
      key('day'),
      integer('is_working'),
      text('name'),
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['calendar_day', 'calendar_year']);
  }
}
