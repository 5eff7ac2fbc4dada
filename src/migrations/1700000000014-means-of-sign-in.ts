import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, key, text } from '../platform/database/table-builder.js';

/** Second factors, sign-in by another service, and by which of them a session began. */
export class MeansOfSignIn1700000000014 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'second_factor',
      [key('account_id'), text('sealed_secret'), big('confirmed_at', { nullable: true }), big('last_step')],
      { references: { account_id: 'account' } },
    );
    await createTable(
      q,
      'recovery_code',
      [key('account_id'), key('code_sha256'), big('used_at', { nullable: true })],
      { references: { account_id: 'account' } },
    );
    await createTable(
      q,
      'foreign_identity',
      [key('account_id'), text('issuer'), text('subject'), big('linked_at')],
      { unique: [['issuer', 'subject']], references: { account_id: 'account' } },
    );
    await q.query(`ALTER TABLE session ADD COLUMN means text NOT NULL DEFAULT 'PASSWORD'`);
    await q.query('ALTER TABLE account ADD COLUMN enabled_at bigint');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE account DROP COLUMN enabled_at');
    await q.query('ALTER TABLE session DROP COLUMN means');
    await dropTables(q, ['foreign_identity', 'recovery_code', 'second_factor']);
  }
}
