import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Decisions and hearings in the monthly round: their rows, flags and figures, and reminders about them. */
export class RegistersInRounds1700000000020 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'register_snapshot', [
      key('round_id'),
      key('register'),
      key('number'),
      text('sort_key'),
      text('title'),
      key('department_code'),
      text('department_name'),
      text('standing'),
      text('light'),
      text('rule'),
      text('explanation'),
      text('due_on', { nullable: true }),
      integer('overdue_days'),
    ]);
    await createTable(
      q,
      'register_flag',
      [
        key(),
        text('register'),
        text('number'),
        text('department_code'),
        text('due_on'),
        text('raised_in'),
        integer('raised_overdue_days'),
        text('cleared_in', { nullable: true }),
      ],
      { unique: [['register', 'number', 'department_code', 'due_on']] },
    );
    await q.addColumn('dispatch_round', text('register_figures', { nullable: true }));
    await q.addColumns('reminder', [
      text('subject_number', { nullable: true }),
      text('subject_title', { nullable: true }),
    ]);
    await q.changeColumn('reminder', 'ledger_id', text('ledger_id', { nullable: true }));
  }

  /** Reminders about other registers have no place in the older table; whoever goes back to it lets them go. */
  async down(q: QueryRunner): Promise<void> {
    await q.query('DELETE FROM "reminder" WHERE "ledger_id" IS NULL');
    await q.changeColumn('reminder', 'ledger_id', text('ledger_id'));
    await q.dropColumns('reminder', ['subject_number', 'subject_title']);
    await q.dropColumn('dispatch_round', 'register_figures');
    await dropTables(q, ['register_flag', 'register_snapshot']);
  }
}
