import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of reminders. */
export class Reminders1700000000007 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'digest',
      [
        key(),
        text('day'),
        text('department_id'),
        text('recipient'),
        text('post_code'),
        text('holder'),
        text('subject'),
        text('text'),
        integer('items'),
        integer('fallback'),
        text('signed_on', { nullable: true }),
        text('signed_by', { nullable: true }),
        integer('version'),
      ],
      { unique: [['day', 'department_id', 'recipient']], references: { department_id: 'department' } },
    );
    await createTable(q, 'digest_item', [key(), text('digest_id'), text('reminder_id'), integer('ordinal')], {
      unique: [['reminder_id']],
      references: { digest_id: 'digest', reminder_id: 'reminder' },
    });
    await createTable(
      q,
      'delivery',
      [
        key(),
        text('digest_id'),
        text('channel'),
        text('address'),
        text('message_id'),
        text('state'),
        integer('tries'),
        big('next_at'),
        big('lease_until'),
        integer('fence'),
        big('sent_at', { nullable: true }),
        text('last_error'),
      ],
      {
        unique: [['digest_id', 'channel'], ['message_id']],
        index: { delivery_due: ['state', 'next_at'] },
        references: { digest_id: 'digest' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['delivery', 'digest_item', 'digest']);
  }
}
