import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { updateVersioned } from '../../platform/database/version.js';
import { DecisionPlan } from './decision-plan.entity.js';
import { MajorDecision } from './major-decision.entity.js';

/** A decision as it is kept. */
export type DecisionRecord = { [Key in keyof MajorDecision]: MajorDecision[Key] };

/** A planned day as it is kept. */
export type PlanRecord = { [Key in keyof DecisionPlan]: DecisionPlan[Key] };

/** What a list of decisions is narrowed by; null leaves a part open. */
export interface DecisionFilter {
  year: number | null;
  departmentId: string | null;
}

/** Keeps decisions and their planned days. */
@Injectable()
export class DecisionStore {
  constructor(private readonly db: Database) {}

  async one(id: string): Promise<DecisionRecord | null> {
    return this.db.reader.findOneBy(MajorDecision, { id });
  }

  async ofNumber(year: number, number: string): Promise<DecisionRecord | null> {
    return this.db.reader.findOneBy(MajorDecision, { year, number });
  }

  /** Decisions in the order of year and number. */
  async list({ year, departmentId }: DecisionFilter): Promise<DecisionRecord[]> {
    const where = {
      ...(year === null ? {} : { year }),
      ...(departmentId === null ? {} : { departmentId }),
    };
    return this.db.reader.find(MajorDecision, { where, order: { year: 'ASC', number: 'ASC' } });
  }

  /** Planned days of decisions, the earliest first. */
  async plansOf(decisionIds: readonly string[]): Promise<PlanRecord[]> {
    if (decisionIds.length === 0) return [];
    return this.db.reader
      .createQueryBuilder(DecisionPlan, 'plan')
      .where('plan.decisionId IN (:...decisionIds)', { decisionIds })
      .orderBy('plan.ordinal', 'ASC')
      .getMany();
  }

  async insert(decision: DecisionRecord, plan: PlanRecord): Promise<void> {
    await this.db.writer.insert(MajorDecision, decision);
    await this.db.writer.insert(DecisionPlan, plan);
  }

  async insertPlan(plan: PlanRecord): Promise<void> {
    await this.db.writer.insert(DecisionPlan, plan);
  }

  /** Changes a decision if it still has the version given; without changes it only counts up. */
  async update(
    decision: { id: string; version: number },
    changes: Partial<DecisionRecord> = {},
  ): Promise<void> {
    await updateVersioned(this.db, MajorDecision, decision, changes);
  }
}
