import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of court appearance. */
export class Litigation1700000000019 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'court_case',
      [key(), text('register'), text('filed_on'), text('search_text'), text('facts'), integer('version')],
      { index: { court_case_filed: ['filed_on', 'id'] } },
    );
    await createTable(q, 'court_case_party', [key(), text('case_id'), text('department_id')], {
      unique: [['case_id', 'department_id']],
      index: { court_case_party_department: ['department_id', 'case_id'] },
      references: { case_id: 'court_case', department_id: 'department' },
    });
    await createTable(
      q,
      'court_instance',
      [key(), text('case_id'), text('level'), text('number_key'), text('filed_on')],
      {
        unique: [['number_key']],
        index: { court_instance_case: ['case_id'] },
        references: { case_id: 'court_case' },
      },
    );
    await createTable(q, 'court_hearing', [key(), text('case_id'), text('day')], {
      index: { court_hearing_day: ['day', 'case_id'], court_hearing_case: ['case_id'] },
      references: { case_id: 'court_case' },
    });
    await createTable(q, 'court_case_state', [key(), text('case_id'), text('recorded_on'), text('facts')], {
      unique: [['case_id', 'recorded_on']],
      references: { case_id: 'court_case' },
    });
    await createTable(
      q,
      'court_figures',
      [
        key(),
        integer('year'),
        integer('quarter'),
        text('lines'),
        text('entered_on'),
        text('entered_by'),
        integer('version'),
      ],
      { unique: [['year', 'quarter']] },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'court_figures',
      'court_case_state',
      'court_hearing',
      'court_instance',
      'court_case_party',
      'court_case',
    ]);
  }
}
