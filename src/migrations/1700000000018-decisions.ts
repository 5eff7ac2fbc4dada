import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of major administrative decisions. */
export class Decisions1700000000018 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'decision_catalogue',
      [
        key(),
        integer('year'),
        text('state'),
        integer('edition'),
        text('consent_document'),
        text('consent_on', { nullable: true }),
        text('submitted_by'),
        text('published_on', { nullable: true }),
        text('published_in'),
        integer('version'),
      ],
      { unique: [['year']] },
    );
    await createTable(
      q,
      'major_decision',
      [
        key(),
        integer('year'),
        text('number'),
        text('title'),
        text('category'),
        text('procedure_id'),
        text('department_id'),
        text('supervising_leader'),
        text('adjusts_id', { nullable: true }),
        text('created_on'),
        text('created_by'),
        integer('version'),
      ],
      {
        unique: [['year', 'number']],
        index: { major_decision_department: ['department_id', 'id'] },
        references: { department_id: 'department', adjusts_id: 'major_decision' },
      },
    );
    await createParts(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, [
      'decision_opinion',
      'decision_entry',
      'decision_plan',
      'catalogue_item',
      'major_decision',
      'decision_catalogue',
    ]);
  }
}

async function createParts(q: QueryRunner): Promise<void> {
  await createTable(
    q,
    'catalogue_item',
    [
      key(),
      text('catalogue_id'),
      text('decision_id'),
      text('added_on'),
      text('added_by'),
      text('add_reason'),
      text('removed_on', { nullable: true }),
      text('removed_by', { nullable: true }),
      text('remove_reason'),
    ],
    {
      index: { catalogue_item_catalogue: ['catalogue_id'], catalogue_item_decision: ['decision_id'] },
      references: { catalogue_id: 'decision_catalogue', decision_id: 'major_decision' },
    },
  );
  await createTable(
    q,
    'decision_plan',
    [
      key(),
      text('decision_id'),
      integer('ordinal'),
      text('finish_on'),
      text('reason'),
      text('recorded_on'),
      text('recorded_by'),
    ],
    { unique: [['decision_id', 'ordinal']], references: { decision_id: 'major_decision' } },
  );
  await createTable(
    q,
    'decision_entry',
    [
      key(),
      text('decision_id'),
      integer('seq'),
      text('kind'),
      text('on_day'),
      text('recorded_on'),
      text('recorded_by'),
      text('recorder'),
      text('content'),
      text('sha256', { nullable: true }),
      big('bytes', { nullable: true }),
      text('file_name'),
      text('media_type'),
    ],
    {
      unique: [['decision_id', 'seq']],
      index: { decision_entry_content: ['sha256'] },
      references: { decision_id: 'major_decision' },
    },
  );
  await createTable(
    q,
    'decision_opinion',
    [
      key(),
      text('decision_id'),
      integer('ordinal'),
      text('source'),
      text('opinion'),
      integer('people'),
      text('adoption'),
      text('reason'),
      text('recorded_on'),
      text('recorded_by'),
    ],
    { unique: [['decision_id', 'ordinal']], references: { decision_id: 'major_decision' } },
  );
}
