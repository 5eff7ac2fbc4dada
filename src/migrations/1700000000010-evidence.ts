import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, integer, key, text } from '../platform/database/table-builder.js';

/** Tables of evidence. */
export class Evidence1700000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(
      q,
      'evidence',
      [
        key(),
        text('task_id'),
        text('department_id', { nullable: true }),
        text('same_key', { nullable: true }),
        text('sha256'),
        big('bytes'),
        text('name'),
        text('media_type'),
        text('description'),
        text('secrecy'),
        text('month'),
        text('valid_until', { nullable: true }),
        integer('is_shared'),
        integer('ordinal'),
        text('supersedes_id', { nullable: true }),
        text('superseded_on', { nullable: true }),
        text('uploaded_on'),
        big('uploaded_at'),
        text('uploaded_by'),
        text('uploader'),
        text('removed_on', { nullable: true }),
        text('removed_by', { nullable: true }),
        text('removal_reason'),
        integer('version'),
      ],
      {
        unique: [['same_key'], ['supersedes_id']],
        index: {
          evidence_task: ['task_id', 'id'],
          evidence_department: ['department_id', 'id'],
          evidence_month: ['month', 'id'],
          evidence_content: ['sha256'],
        },
        references: { task_id: 'task', department_id: 'department' },
      },
    );
    await createTable(
      q,
      'evidence_link',
      [
        key(),
        text('evidence_id'),
        text('subject_kind'),
        text('subject_id'),
        integer('is_active', { nullable: true }),
        text('added_on'),
        text('added_by'),
        text('removed_on', { nullable: true }),
        text('removed_by', { nullable: true }),
        text('removal_reason'),
      ],
      {
        unique: [['evidence_id', 'subject_kind', 'subject_id', 'is_active']],
        index: { evidence_link_subject: ['subject_kind', 'subject_id'] },
        references: { evidence_id: 'evidence' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await dropTables(q, ['evidence_link', 'evidence']);
  }
}
