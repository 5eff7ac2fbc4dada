import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of dispatch. */
export class Dispatch1700000000006 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'dispatch_round',
      [
        key(),
        text('ledger_id'),
        text('month'),
        text('state'),
        text('reports_due_on'),
        text('freeze_on'),
        text('meeting_on'),
        text('minutes_due_on'),
        text('bulletin_due_on'),
        integer('made_up'),
        big('frozen_at', { nullable: true }),
        text('snapshot_sha256', { nullable: true }),
        text('totals', { nullable: true }),
        text('met_on', { nullable: true }),
        text('published_on', { nullable: true }),
        integer('version'),
      ],
      { unique: [['ledger_id', 'month']], references: { ledger_id: 'ledger' } },
    );
    await createTable(
      q,
      'task_snapshot',
      [
        key('round_id'),
        key('task_id'),
        key('department_code'),
        text('sort_key'),
        text('number'),
        text('title'),
        text('indicator'),
        text('department_name'),
        text('role'),
        text('light'),
        text('rule'),
        text('explanation'),
        text('starts_on'),
        text('original_due_on', { nullable: true }),
        text('due_on', { nullable: true }),
        integer('deadline_version'),
        integer('overdue_days'),
        integer('time_progress', { nullable: true }),
        integer('verified_progress', { nullable: true }),
        integer('claimed_progress', { nullable: true }),
        text('pace'),
        integer('count', { nullable: true }),
        integer('target_count', { nullable: true }),
        text('target_unit'),
        text('report_state'),
        integer('report_is_late'),
        text('report_text'),
        text('problems'),
        text('next_step'),
        integer('red_months'),
        integer('extensions'),
        integer('before_meeting'),
      ],
      {
        index: {
          task_snapshot_order: ['round_id', 'sort_key', 'department_code'],
          task_snapshot_light: ['round_id', 'department_code', 'light'],
        },
      },
    );
    await createTable(
      q,
      'overdue_flag',
      [
        key(),
        text('task_id'),
        text('milestone_id'),
        integer('deadline_version'),
        text('due_on'),
        text('raised_in'),
        integer('raised_overdue_days'),
        text('cleared_in', { nullable: true }),
      ],
      {
        unique: [['task_id', 'milestone_id', 'deadline_version']],
        references: { task_id: 'task' },
      },
    );
    await createTable(
      q,
      'reminder',
      [
        key(),
        text('ledger_id'),
        text('subject_kind'),
        text('subject_id'),
        text('task_id', { nullable: true }),
        text('department_id'),
        text('recipient'),
        text('rung'),
        text('label'),
        text('paper'),
        text('approver', { nullable: true }),
        text('skipped'),
        text('period'),
        integer('deadline_version'),
        text('number'),
        text('due_on', { nullable: true }),
        text('issued_on'),
        text('send_on'),
        text('reply_by', { nullable: true }),
        text('slot'),
        text('explanation'),
        text('state'),
        text('state_reason'),
      ],
      {
        unique: [
          ['subject_kind', 'subject_id', 'department_id', 'recipient', 'rung', 'period', 'deadline_version'],
        ],
        index: {
          reminder_slot: ['slot'],
          reminder_send: ['department_id', 'recipient', 'send_on'],
          reminder_task: ['task_id'],
        },
        references: { ledger_id: 'ledger', task_id: 'task', department_id: 'department' },
      },
    );
    await createTable(
      q,
      'snapshot_correction',
      [
        key(),
        text('ledger_id'),
        text('month'),
        text('task_id'),
        text('department_code'),
        text('field'),
        text('was'),
        text('now'),
        text('reason'),
        text('recorded_on'),
        text('shown_in', { nullable: true }),
        text('source_key'),
      ],
      {
        unique: [['source_key']],
        index: { snapshot_correction_shown: ['ledger_id', 'shown_in'] },
        references: { ledger_id: 'ledger', task_id: 'task' },
      },
    );
    await createTable(q, 'reminder_counter', [key('series'), integer('last')]);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'reminder_counter',
      'snapshot_correction',
      'reminder',
      'overdue_flag',
      'task_snapshot',
      'dispatch_round',
    ]);
  }
}
