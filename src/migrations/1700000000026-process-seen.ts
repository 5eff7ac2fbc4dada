import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Which processes are there, and the order in which the administrator's page of background work shows slots. */
export class ProcessSeen1700000000026 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'process_seen', [
      key(),
      text('role'),
      integer('works'),
      text('host'),
      integer('pid'),
      text('version'),
      text('transport'),
      text('transport_reason'),
      big('transport_since'),
      big('started_at'),
      big('seen_at'),
    ]);
    const columnNames = ['state', 'started_at'];
    await q.createIndex('schedule_run', new TableIndex({ name: 'schedule_run_begun', columnNames }));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropIndex('schedule_run', 'schedule_run_begun');
    await dropTables(q, ['process_seen']);
  }
}
