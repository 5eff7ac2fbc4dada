import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const INDEXES = { audit_event_at: ['at'], audit_event_actor: ['actor', 'seq'] };

/** The audit trail is looked through by day and by post. */
export class Operation1700000000012 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [name, columnNames] of Object.entries(INDEXES)) {
      await q.createIndex('audit_event', new TableIndex({ name, columnNames }));
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await q.dropIndex('audit_event', name);
  }
}
