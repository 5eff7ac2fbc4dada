import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Points of the audit chain on their way outside, and what the hourly self-check found. */
export class Anchors1700000000024 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'anchor',
      [
        key('slot'),
        key('place'),
        big('seq'),
        big('count'),
        text('hash'),
        text('contents'),
        big('at'),
        text('state'),
        integer('tries'),
        big('next_at'),
        big('sent_at', { nullable: true }),
        text('last_error', { nullable: true }),
      ],
      { index: { anchor_due: ['state', 'next_at'], anchor_place: ['place', 'at'] } },
    );
    await createTable(
      q,
      'self_check',
      [
        key(),
        big('at'),
        integer('milliseconds'),
        text('counters'),
        text('problems'),
        text('mail_state'),
        integer('tries'),
        big('next_at'),
      ],
      { index: { self_check_at: ['at'], self_check_mail: ['mail_state', 'next_at'] } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['self_check', 'anchor']);
  }
}
