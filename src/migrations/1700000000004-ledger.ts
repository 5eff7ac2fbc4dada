import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of ledger. */
export class Ledger1700000000004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'ledger',
      [
        key(),
        text('code'),
        integer('year'),
        text('kind'),
        text('title'),
        text('source_document'),
        text('source_number'),
        text('issued_on', { nullable: true }),
        text('owner_department_id'),
        text('state'),
        integer('version'),
      ],
      {
        unique: [['code']],
        index: { ledger_year: ['year', 'kind'] },
        references: { owner_department_id: 'department' },
      },
    );
    await createTable(
      q,
      'indicator',
      [
        key(),
        text('ledger_id'),
        text('parent_id', { nullable: true }),
        integer('level'),
        text('name'),
        text('path'),
        integer('ordinal'),
      ],
      { unique: [['ledger_id', 'path']], references: { ledger_id: 'ledger', parent_id: 'indicator' } },
    );
    await createTable(
      q,
      'task',
      [
        key(),
        text('ledger_id'),
        text('number'),
        text('sort_key'),
        text('title'),
        text('measures'),
        text('indicator_id', { nullable: true }),
        text('raw_cells'),
        text('deadline_raw'),
        text('deadline'),
        text('starts_on'),
        text('original_due_on', { nullable: true }),
        text('due_on', { nullable: true }),
        integer('deadline_version'),
        text('cadence'),
        integer('target_count', { nullable: true }),
        text('target_unit'),
        text('state'),
        text('assigned_on', { nullable: true }),
        text('state_since', { default: '' }),
        text('closed_on', { nullable: true }),
        text('close_requested_on', { nullable: true }),
        integer('days_in_review'),
        text('state_reason'),
        text('merged_into_id', { nullable: true }),
        integer('open_ended'),
        text('problems'),
        integer('version'),
      ],
      {
        unique: [['ledger_id', 'number']],
        index: {
          task_order: ['ledger_id', 'sort_key', 'id'],
          task_due: ['ledger_id', 'due_on'],
          task_sort: ['sort_key', 'id'],
        },
        references: { ledger_id: 'ledger', indicator_id: 'indicator', merged_into_id: 'task' },
      },
    );
    await createTable(
      q,
      'assignment',
      [
        key(),
        text('task_id'),
        text('department_id'),
        text('role'),
        integer('is_first_lead'),
        text('via_group', { nullable: true }),
        text('state'),
        text('signed_on', { nullable: true }),
        integer('ordinal'),
        integer('version'),
      ],
      {
        unique: [['task_id', 'department_id']],
        index: { assignment_department: ['department_id'] },
        references: { task_id: 'task', department_id: 'department' },
      },
    );
    await createTable(
      q,
      'milestone',
      [
        key(),
        text('task_id'),
        text('kind'),
        text('period'),
        text('label'),
        text('starts_on'),
        text('original_due_on'),
        text('due_on'),
        integer('deadline_version'),
        text('done_on', { nullable: true }),
        text('proof'),
        integer('version'),
      ],
      { unique: [['task_id', 'kind', 'period']], references: { task_id: 'task' } },
    );
    await createTable(
      q,
      'extension_request',
      [
        key(),
        text('task_id'),
        text('department_id'),
        integer('ordinal'),
        text('reason'),
        text('progress_text'),
        text('asked_due_on'),
        text('asked_on'),
        text('asked_by'),
        text('due_on_then'),
        integer('overdue_days_then'),
        integer('is_late'),
        integer('before_meeting'),
        text('late_reason'),
        text('approver_rung'),
        text('signed_by'),
        text('state'),
        text('decided_on', { nullable: true }),
        text('decided_by', { nullable: true }),
        text('decided_due_on', { nullable: true }),
        text('decision_reason'),
        integer('version'),
      ],
      {
        unique: [['task_id', 'ordinal']],
        index: { extension_state: ['state'] },
        references: { task_id: 'task', department_id: 'department' },
      },
    );
    await createTable(
      q,
      'deadline_change',
      [
        key(),
        text('task_id'),
        integer('deadline_version'),
        text('from_due_on', { nullable: true }),
        text('to_due_on'),
        text('changed_on'),
        text('reason'),
        text('extension_request_id', { nullable: true }),
        integer('before_meeting'),
      ],
      {
        unique: [['task_id', 'deadline_version']],
        references: { task_id: 'task', extension_request_id: 'extension_request' },
      },
    );
    await createTable(
      q,
      'ledger_import',
      [
        key(),
        text('file_name'),
        text('file_sha256'),
        text('kind'),
        integer('year'),
        text('issued_on', { nullable: true }),
        text('mapping'),
        text('rows'),
        text('headings'),
        text('state'),
        text('ledger_id', { nullable: true }),
        text('diff'),
        text('created_on'),
        integer('version'),
      ],
      { index: { ledger_import_file: ['file_sha256'] }, references: { ledger_id: 'ledger' } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'ledger_import',
      'deadline_change',
      'extension_request',
      'milestone',
      'assignment',
      'task',
      'indicator',
      'ledger',
    ]);
  }
}
