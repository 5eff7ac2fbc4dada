import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of organization. */
export class Organization1700000000002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'department',
      [
        key(),
        text('code'),
        text('name'),
        text('short_name'),
        text('kind'),
        text('parent_id', { nullable: true }),
        text('path'),
        integer('is_enforcement_unit'),
        integer('is_responsible_department'),
        text('valid_from', { nullable: true }),
        text('valid_to', { nullable: true }),
        integer('version'),
      ],
      { unique: [['code']], index: { department_path: ['path'] }, references: { parent_id: 'department' } },
    );
    await createTable(
      q,
      'department_alias',
      [
        key(),
        text('department_id'),
        text('alias'),
        text('valid_from', { nullable: true }),
        text('valid_to', { nullable: true }),
      ],
      { unique: [['alias', 'department_id']], references: { department_id: 'department' } },
    );
    await createTable(
      q,
      'department_group',
      [key(), text('code'), text('name'), text('rule'), text('phrases'), integer('version')],
      { unique: [['code']] },
    );
    await createTable(q, 'department_group_member', [key(), text('group_id'), text('department_id')], {
      unique: [['group_id', 'department_id']],
      references: { group_id: 'department_group', department_id: 'department' },
    });
    await createTable(
      q,
      'post',
      [
        key(),
        text('code'),
        text('department_id'),
        text('kind'),
        text('holder'),
        text('email'),
        text('from_day'),
        text('to_day', { nullable: true }),
        integer('version'),
      ],
      {
        unique: [['code', 'from_day']],
        index: { post_department: ['department_id', 'kind'] },
        references: { department_id: 'department' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'post',
      'department_group_member',
      'department_group',
      'department_alias',
      'department',
    ]);
  }
}
