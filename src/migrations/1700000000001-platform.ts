import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  big,
  bigKey,
  createTable,
  dropTables,
  integer,
  key,
  text,
} from '../platform/database/table-builder.js';

/** Tables the platform itself needs: writer lock, runs, outbox, audit chain, idempotency, clock guard, settings. */
export class Platform1700000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'app_lock', [key(), integer('turn')]);
    await q.query(`INSERT INTO app_lock (id, turn) VALUES ('writer', 0)`);
    await createTable(q, 'office_setting', [key('name'), text('value')]);
    await createTable(q, 'clock_guard', [key(), big('max_wall')]);
    await q.query(`INSERT INTO clock_guard (id, max_wall) VALUES ('wall', 0)`);
    await this.runs(q);
    await this.audit(q);
    await createTable(q, 'idempotency_record', [
      key('actor'), key('key'), text('operation'), text('body_sha256'), integer('status'), text('response'), big('at'),
    ]); // prettier-ignore
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'idempotency_record', 'audit_event', 'audit_head', 'outbox', 'schedule_run', 'clock_guard', 'office_setting', 'app_lock',
    ]); // prettier-ignore
    if (q.dataSource.options.type === 'postgres') await q.query('DROP FUNCTION audit_event_is_insert_only');
  }

  private async runs(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'schedule_run',
      [
        key('job'), key('slot'), text('state'), integer('fence'), integer('attempts'), integer('made_up'), text('owner'),
        big('lease_until'), text('cursor'), text('result', { nullable: true }), text('error', { nullable: true }),
        big('started_at'), big('finished_at', { nullable: true }),
      ], // prettier-ignore
      { index: { schedule_run_state: ['job', 'state'] } },
    );
    await createTable(
      q,
      'outbox',
      [
        key(), text('topic'), text('key'), text('payload'), text('state'), integer('tries'), big('next_at'),
        big('created_at'), big('done_at', { nullable: true }), text('last_error', { nullable: true }),
      ], // prettier-ignore
      { unique: [['topic', 'key']], index: { outbox_due: ['state', 'next_at'] } },
    );
  }

  private async audit(q: QueryRunner): Promise<void> {
    await createTable(q, 'audit_head', [key(), big('seq'), text('hash')]);
    await q.query(`INSERT INTO audit_head (id, seq, hash) VALUES ('chain', 0, '${'0'.repeat(64)}')`);
    await createTable(
      q,
      'audit_event',
      [
        bigKey('seq'), big('at'), text('actor'), text('holder'), text('address'), text('request_id'),
        text('operation'), text('object_kind'), text('object_id'), text('before', { nullable: true }),
        text('after', { nullable: true }), text('previous_hash'), text('hash'),
      ], // prettier-ignore
      { index: { audit_event_object: ['object_kind', 'object_id'] } },
    );
    for (const statement of insertOnly(q.dataSource.options.type === 'postgres')) await q.query(statement);
  }
}

/** The audit trail can only grow: the database itself refuses to change or delete an event. */
function insertOnly(postgres: boolean): string[] {
  const refusal = 'audit_event is insert-only';
  if (!postgres) {
    return ['UPDATE', 'DELETE'].map(
      (deed) =>
        `CREATE TRIGGER audit_event_no_${deed.toLowerCase()} BEFORE ${deed} ON audit_event BEGIN SELECT RAISE(ABORT, '${refusal}'); END`,
    );
  }
  return [
    `CREATE FUNCTION audit_event_is_insert_only() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
    `CREATE TRIGGER audit_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
       FOR EACH STATEMENT EXECUTE FUNCTION audit_event_is_insert_only()`,
  ];
}
