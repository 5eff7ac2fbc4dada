import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, key, text } from '../platform/database/table-builder.js';

/** Posts handed from one holder to the next, with the sheet of the day. */
export class HandOver1700000000016 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'hand_over',
      [
        key(),
        text('post_code'),
        text('department_id'),
        text('former'),
        text('term_id'),
        text('successor'),
        text('from_day'),
        text('note'),
        text('sheet'),
        text('handed_on'),
        text('handed_by'),
        text('confirmed_on', { nullable: true }),
        big('confirmed_at', { nullable: true }),
      ],
      {
        unique: [['term_id']],
        index: { hand_over_post: ['post_code', 'id'] },
        references: { department_id: 'department', term_id: 'post' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['hand_over']);
  }
}
