import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect, unprotect } from '../platform/database/row-security.js';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

const AMONG = 'IN (SELECT diaodu_departments())';
/** Changed by two offices: the one that takes it, and the one above that has handed it down. */
const OF_ITS_OFFICES = `(SELECT diaodu_is_office()) AND (receiver_id ${AMONG} OR giver_id ${AMONG})`;
/** Read also by the departments of either task, whom it binds or who report on the whole. */
const OF_ITS_TASKS =
  '(source_task_id IN (SELECT diaodu_tasks()) OR received_task_id IN (SELECT diaodu_tasks()))';

/** Tasks handed down from a jurisdiction to those right below it. */
export class TaskBreakdown1700000000027 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'task_breakdown',
      [
        key(),
        text('source_task_id'),
        text('giver_id'),
        text('receiver_id'),
        integer('year'),
        text('office'),
        text('ledger_title'),
        text('document'),
        text('number'),
        text('title'),
        text('measures'),
        text('indicator'),
        text('deadline_raw'),
        text('deadline'),
        text('due_on', { nullable: true }),
        integer('target_count', { nullable: true }),
        text('target_unit'),
        text('note'),
        text('state'),
        text('handed_down_on'),
        text('handed_down_by'),
        text('answered_on', { nullable: true }),
        text('answered_by', { nullable: true }),
        text('reason'),
        text('received_task_id', { nullable: true }),
        text('released_on', { nullable: true }),
        integer('version'),
      ],
      {
        unique: [['source_task_id', 'receiver_id'], ['received_task_id']],
        index: {
          task_breakdown_receiver: ['receiver_id', 'state'],
          task_breakdown_giver: ['giver_id', 'state'],
        },
        references: {
          source_task_id: 'task',
          giver_id: 'department',
          receiver_id: 'department',
          received_task_id: 'task',
        },
      },
    );
    await protect(q, 'task_breakdown', {
      read: `(${OF_ITS_OFFICES}) OR ${OF_ITS_TASKS}`,
      write: OF_ITS_OFFICES,
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await unprotect(q, 'task_breakdown');
    await dropTables(q, ['task_breakdown']);
  }
}
