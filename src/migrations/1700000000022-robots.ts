import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Robots of departments' groups, and how fast each is used. */
export class Robots1700000000022 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'department_robot',
      [
        key(),
        text('department_id'),
        text('kind'),
        text('sealed_key'),
        text('sealed_secret', { nullable: true }),
        text('pace_id'),
        text('state'),
        integer('version'),
      ],
      { unique: [['department_id', 'kind']], references: { department_id: 'department' } },
    );
    await createTable(q, 'robot_pace', [key(), text('recent'), big('free_at')]);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['robot_pace', 'department_robot']);
  }
}
