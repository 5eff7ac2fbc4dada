import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of reporting. */
export class Reporting1700000000005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'progress_report',
      [
        key(),
        text('assignment_id'),
        text('task_id'),
        text('ledger_id'),
        text('department_id'),
        text('month'),
        text('state'),
        integer('claimed_progress', { nullable: true }),
        integer('verified_progress', { nullable: true }),
        integer('count', { nullable: true }),
        text('text'),
        text('problems'),
        text('next_step'),
        text('submitted_on', { nullable: true }),
        big('submitted_at', { nullable: true }),
        integer('is_late'),
        integer('times_returned'),
        text('returned_reason'),
        text('reviewed_on', { nullable: true }),
        text('reviewed_by', { nullable: true }),
        integer('version'),
      ],
      {
        unique: [['assignment_id', 'month']],
        index: {
          progress_report_month: ['ledger_id', 'month', 'state', 'id'],
          progress_report_list: ['ledger_id', 'month', 'id'],
          progress_report_task: ['task_id', 'month'],
        },
        references: {
          assignment_id: 'assignment',
          task_id: 'task',
          ledger_id: 'ledger',
          department_id: 'department',
        },
      },
    );
    await createTable(
      q,
      'progress_report_version',
      [
        key(),
        text('report_id'),
        integer('ordinal'),
        integer('claimed_progress', { nullable: true }),
        integer('count', { nullable: true }),
        text('text'),
        text('problems'),
        text('next_step'),
        text('submitted_on'),
        big('submitted_at'),
        text('submitted_by'),
        text('outcome'),
        text('outcome_reason'),
        text('outcome_on', { nullable: true }),
        text('outcome_by', { nullable: true }),
        integer('verified_progress', { nullable: true }),
      ],
      { unique: [['report_id', 'ordinal']], references: { report_id: 'progress_report' } },
    );
    await createTable(
      q,
      'close_out_request',
      [
        key(),
        text('task_id'),
        integer('ordinal'),
        text('department_id'),
        text('statement'),
        text('silent_supports'),
        text('silence_explanation'),
        text('open_milestones'),
        text('milestone_explanation'),
        text('requested_on'),
        text('requested_by'),
        text('state'),
        text('verified_on', { nullable: true }),
        text('verified_by', { nullable: true }),
        text('decided_on', { nullable: true }),
        text('decided_by', { nullable: true }),
        text('decision_reason'),
        integer('version'),
      ],
      {
        unique: [['task_id', 'ordinal']],
        index: { close_out_state: ['state'] },
        references: { task_id: 'task', department_id: 'department' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['close_out_request', 'progress_report_version', 'progress_report']);
  }
}
