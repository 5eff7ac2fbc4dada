import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of accounts and sign-in. */
export class Identity1700000000009 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'account',
      [
        key(),
        text('username'),
        text('name'),
        text('duty', { nullable: true }),
        text('state'),
        text('state_reason'),
        integer('must_change'),
        integer('is_demonstration'),
        big('created_at'),
        big('last_sign_in_at', { nullable: true }),
        integer('failed_since'),
        integer('version'),
      ],
      { unique: [['username']] },
    );
    await createTable(q, 'account_password', [key(), text('account_id'), text('hash'), big('set_at')], {
      index: { account_password_newest: ['account_id', 'set_at'] },
      references: { account_id: 'account' },
    });
    await createTable(
      q,
      'account_grant',
      [
        key(),
        text('account_id'),
        text('post_id'),
        text('active_post_id', { nullable: true }),
        text('granted_by'),
        big('granted_at'),
        text('revoked_by', { nullable: true }),
        big('revoked_at', { nullable: true }),
      ],
      {
        unique: [['active_post_id']],
        index: { account_grant_account: ['account_id'] },
        references: { account_id: 'account', post_id: 'post' },
      },
    );
    await createTable(
      q,
      'session',
      [
        key(),
        text('token_sha256'),
        text('account_id'),
        text('post_code', { nullable: true }),
        big('started_at'),
        big('seen_at'),
        big('expires_at'),
        text('address'),
        text('user_agent'),
        big('ended_at', { nullable: true }),
        text('ended_why', { nullable: true }),
      ],
      {
        unique: [['token_sha256']],
        index: { session_account: ['account_id', 'ended_at'] },
        references: { account_id: 'account' },
      },
    );
    await createTable(q, 'sign_in_throttle', [
      key('key'),
      integer('failures'),
      big('last_failure_at'),
      big('blocked_until'),
    ]);
    await createTable(q, 'known_device', [key('token_sha256'), key('account_id'), big('last_used_at')], {
      references: { account_id: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'known_device',
      'sign_in_throttle',
      'session',
      'account_grant',
      'account_password',
      'account',
    ]);
  }
}
