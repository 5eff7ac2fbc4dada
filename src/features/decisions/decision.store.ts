import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { oneToWorkOn } from '../../platform/auth/own-work.js';
import { confine, within, type Scope } from '../../platform/auth/scope.js';
import { Database } from '../../platform/database/database.js';
import { seeingAll } from '../../platform/database/sight.js';
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
  scope: Scope;
}

/** A number of a year, in the numbers of a jurisdiction. */
export type DecisionNumber = Pick<DecisionRecord, 'jurisdiction' | 'year' | 'number'>;

const UNDERTAKER = { department: 'd.departmentId' };

/** Keeps decisions and their planned days. */
@Injectable()
export class DecisionStore {
  constructor(private readonly db: Database) {}

  /** A decision that a department within a scope undertakes, or null; refuses an office's change to another jurisdiction's. */
  one(id: string, scope: Scope): Promise<DecisionRecord | null> {
    return oneToWorkOn(this.db, scope, (asked) => this.within(asked).andWhere('d.id = :id', { id }));
  }

  /**
   * True when a decision of the year has the number in a jurisdiction: entered in its numbers, or of a department that has
   * come to it since.
   */
  async isNumberTaken({ jurisdiction, year, number }: DecisionNumber): Promise<boolean> {
    const found = await seeingAll('NUMBERING', () =>
      this.db.read(
        `SELECT 1 FROM major_decision m JOIN department d ON d.id = m.department_id
          WHERE m.year = ? AND m.number = ? AND (m.jurisdiction = ? OR d.jurisdiction = ?)`,
        [year, number, jurisdiction, jurisdiction],
      ),
    );
    return found.length > 0;
  }

  /** Decisions in the order of year and number. */
  async list({ year, scope }: DecisionFilter): Promise<DecisionRecord[]> {
    const query = this.within(scope);
    if (year !== null) query.andWhere('d.year = :year', { year });
    return query.orderBy('d.year').addOrderBy('d.number').getMany();
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

  private within(scope: Scope): SelectQueryBuilder<MajorDecision> {
    const query = this.db.reader.createQueryBuilder(MajorDecision, 'd');
    confine(query, within(scope, UNDERTAKER));
    return query;
  }

  /** Changes a decision if it still has the version given; without changes it only counts up. */
  async update(
    decision: { id: string; version: number },
    changes: Partial<DecisionRecord> = {},
  ): Promise<void> {
    await updateVersioned(this.db, MajorDecision, decision, changes);
  }
}
