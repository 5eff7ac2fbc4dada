import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a page may show a piece of evidence. Files taken in before were not looked into, so they are downloaded. */
export class EvidencePreview1700000000017 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE "evidence" ADD COLUMN "can_preview" integer NOT NULL DEFAULT 0');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE "evidence" DROP COLUMN "can_preview"');
  }
}
