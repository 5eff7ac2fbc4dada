import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { bulkInsert } from '../../../platform/database/bulk-insert.js';
import { Database } from '../../../platform/database/database.js';
import { DecisionOpinion } from '../decision-opinion.entity.js';
import type { Adoption, OpinionWords } from './adoption.js';

/** A group of opinions as it is kept. */
export type OpinionRecord = { [Key in keyof DecisionOpinion]: DecisionOpinion[Key] } & { adoption: Adoption };

const COLUMNS = [
  'id', 'decision_id', 'ordinal', 'source', 'opinion', 'people', 'adoption', 'reason', 'recorded_on', 'recorded_by',
]; // prettier-ignore

/** Keeps the adoption tables of opinions. */
@Injectable()
export class OpinionStore {
  constructor(private readonly db: Database) {}

  /** The table of a decision in its order. */
  async of(decisionId: string): Promise<OpinionRecord[]> {
    const found = await this.db.reader.find(DecisionOpinion, {
      where: { decisionId },
      order: { ordinal: 'ASC' },
    });
    return found.map((each) => ({ ...each, adoption: each.adoption as Adoption }));
  }

  async insert(opinion: OpinionRecord): Promise<void> {
    await this.db.writer.insert(DecisionOpinion, opinion);
  }

  async update(id: string, words: OpinionWords & { recordedOn: Day; recordedBy: string }): Promise<void> {
    await this.db.writer.update(DecisionOpinion, { id }, words);
  }

  /** Puts a table in the place of the one before. */
  async replace(decisionId: string, opinions: readonly OpinionRecord[]): Promise<void> {
    await this.db.writer.delete(DecisionOpinion, { decisionId });
    const rows = opinions.map((each) => [
      each.id, each.decisionId, each.ordinal, each.source, each.opinion, each.people, each.adoption, each.reason,
      each.recordedOn, each.recordedBy,
    ]); // prettier-ignore
    if (rows.length > 0) await bulkInsert(this.db, 'decision_opinion', COLUMNS, rows);
  }
}
