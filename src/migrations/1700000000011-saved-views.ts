import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Table of saved views of the task list. */
export class SavedViews1700000000011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'saved_view',
      [key(), text('owner'), text('name'), text('filter'), text('columns'), text('sort'), integer('version')],
      { unique: [['owner', 'name']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['saved_view']);
  }
}
