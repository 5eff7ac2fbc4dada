import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { validEntries } from '../../domain/procedure/valid-entries.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { cleanText } from '../../platform/office/clean-text.js';
import { DecisionDesk } from './decision-desk.js';
import { DecisionGround } from './decision-ground.js';
import type { DecisionRecord, PlanRecord } from './decision.store.js';
import { adjustedNotAdjusting, decisionNumberTaken, planReasonMissing } from './decisions.errors.js';

/** The five categories of 第三条第一款. */
export type DecisionCategory = 'POLICY' | 'PLAN' | 'RESOURCE' | 'PROJECT' | 'OTHER';

/** What a decision is entered with. */
export interface NewDecision {
  year: number;
  number: string;
  title: string;
  category: DecisionCategory;
  /** Code of the undertaking department. */
  department: string;
  supervisingLeader: string;
  finishOn: Day;
  procedure?: string | undefined;
  /** The decision it adjusts. */
  adjusts?: string | undefined;
}

/** What may be changed; what is not given stays. */
export interface DecisionChange {
  title?: string | undefined;
  supervisingLeader?: string | undefined;
  finishOn?: Day | undefined;
  reason?: string | undefined;
}

/** 登记和修改决策事项. */
@Injectable()
export class WriteDecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DecisionDesk,
    private readonly ground: DecisionGround,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Enters a decision; gives its id. Refuses a number that its jurisdiction has already, an unknown department or procedure. */
  async create(wish: NewDecision): Promise<string> {
    const today = this.clock.today();
    const procedureId = await this.ground.procedureId(wish.procedure);
    return this.unitOfWork.run(async () => {
      const { id: departmentId, jurisdiction } = await this.ground.undertaker(wish.department, today);
      if (await this.ground.store.isNumberTaken({ ...wish, jurisdiction }))
        throw decisionNumberTaken(wish.year, wish.number);
      if (wish.adjusts !== undefined) await this.requireAdjusting(wish.adjusts);
      const decision: DecisionRecord = {
        id: newId(),
        year: wish.year,
        number: wish.number,
        jurisdiction,
        title: cleanText(wish.title).trim(),
        category: wish.category,
        procedureId,
        departmentId,
        supervisingLeader: cleanText(wish.supervisingLeader).trim(),
        adjustsId: wish.adjusts ?? null,
        createdOn: today,
        createdBy: currentActor().post,
        version: 1,
      };
      const plan = this.plan(decision.id, 1, wish.finishOn, '');
      await this.ground.store.insert(decision, plan);
      this.record('decisions.create', decision.id, { ...decision, finishOn: wish.finishOn });
      return decision.id;
    });
  }

  /** Changes title, leader or planned day; the last asks for a reason, and earlier days keep the day planned then. */
  async change(id: string, change: DecisionChange, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { decision, plans } = await this.desk.open(id, version);
      const plan = this.movedPlan(id, plans, change);
      if (plan) await this.ground.store.insertPlan(plan);
      const changes = wordsOf(change);
      await this.ground.store.update(decision, changes);
      const { title, supervisingLeader } = decision;
      const before = { title, supervisingLeader, ...(plan ? { finishOn: plans.at(-1)?.finishOn } : {}) };
      const moved = plan ? { finishOn: plan.finishOn, reason: plan.reason } : {};
      this.record('decisions.change', id, { ...changes, ...moved }, before);
    });
  }

  /** Another planned day, or null where it stays; it asks for a reason. */
  private movedPlan(
    id: string,
    plans: readonly PlanRecord[],
    { finishOn, reason }: DecisionChange,
  ): PlanRecord | null {
    if (finishOn === undefined || finishOn === plans.at(-1)?.finishOn) return null;
    const words = cleanText(reason ?? '').trim();
    if (words === '') throw planReasonMissing();
    return this.plan(id, plans.length + 1, finishOn, words);
  }

  private plan(decisionId: string, ordinal: number, finishOn: Day, reason: string): PlanRecord {
    const recordedOn = this.clock.today();
    return {
      id: newId(),
      decisionId,
      ordinal,
      finishOn,
      reason,
      recordedOn,
      recordedBy: currentActor().post,
    };
  }

  /** 第三十七条: a major adjustment runs the procedure anew, as a matter of its own. */
  private async requireAdjusting(id: string): Promise<void> {
    const { procedure } = await this.desk.open(id);
    if (validEntries(procedure).state !== 'ADJUSTING') throw adjustedNotAdjusting();
  }

  private record(operation: string, objectId: string, after: object, before?: object): void {
    this.audit.record({ operation, objectKind: 'major_decision', objectId, after, before: before ?? null });
  }
}

function wordsOf({ title, supervisingLeader }: DecisionChange): Partial<DecisionRecord> {
  return {
    ...(title === undefined ? {} : { title: cleanText(title).trim() }),
    ...(supervisingLeader === undefined ? {} : { supervisingLeader: cleanText(supervisingLeader).trim() }),
  };
}
