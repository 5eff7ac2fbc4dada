import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import type { Deadline } from '../../../domain/phrases/deadline.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AssignTaskService } from './assign-task.service.js';
import { deadlineJson } from './make-task.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { OpenLedgers } from '../open-ledgers.js';
import type { PlannedAssignment } from './plan-assignments.js';
import { ReadPhrases } from '../read-phrases.js';
import { taskNotReady } from './task-deed.errors.js';
import { DraftParts, type DraftCorrection } from './draft-parts.js';
import { TaskDesk } from './task-desk.js';
import { requireOffice } from './task.policy.js';
import type { TaskChanges, TaskRecord } from '../task.store.js';

/** 核定立项: a draft that was read with doubts is set right and registered. */
@Injectable()
export class RegisterTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: DraftParts,
    private readonly desk: TaskDesk,
    private readonly ledgers: OpenLedgers,
    private readonly phrases: ReadPhrases,
    private readonly assigning: AssignTaskService,
  ) {}

  /** Registers a draft with the corrections. Refuses it while title, first lead or deadline are not settled. */
  async register(taskId: string, correction: DraftCorrection, version?: number): Promise<void> {
    const calendar = await this.phrases.calendar();
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '核定立项');
      const { task, parts } = await this.desk.open(taskId, version);
      const ledger = await this.ledgers.open(task.ledgerId, '核定立项');
      const step = this.desk.decide(task, { deed: 'REGISTER' });
      const deadline = this.deadlineOf(task, correction, ledger, calendar);
      const planned = await this.parts.plan(parts, correction, ledger);
      this.requireReady(task, correction, deadline, planned);
      await this.assigning.replace(task, parts, planned);
      if (correction.deadline !== undefined) await this.parts.redate(task, deadline, ledger);
      await this.desk.save(task, { ...step, ...changesOf(correction, deadline) }, 'ledger.register');
    });
  }

  private deadlineOf(
    task: TaskRecord,
    correction: DraftCorrection,
    ledger: LedgerFacts,
    calendar: WorkingCalendar,
  ): Deadline & { raw: string } {
    if (correction.deadline === undefined) {
      return { ...(JSON.parse(task.deadline) as Deadline), raw: task.deadlineRaw };
    }
    return this.phrases.deadline(
      correction.deadline,
      { year: ledger.year, issuedOn: ledger.issuedOn },
      calendar,
    );
  }

  private requireReady(
    task: TaskRecord,
    correction: DraftCorrection,
    deadline: Deadline,
    planned: readonly PlannedAssignment[],
  ): void {
    const missing: string[] = [];
    if ((correction.title ?? task.title).trim() === '') missing.push('任务名称');
    if (!planned.some((part) => part.isFirstLead)) missing.push('第一牵头单位');
    if (!this.phrases.isAcceptable(deadline)) missing.push('完成时限');
    if (missing.length > 0) throw taskNotReady(missing);
  }
}

function changesOf(correction: DraftCorrection, deadline: Deadline & { raw: string }): TaskChanges {
  const { title, measures, target } = correction;
  return {
    problems: '[]',
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(measures === undefined ? {} : { measures: measures.trim() }),
    ...(target === undefined ? {} : { targetCount: target?.value ?? null, targetUnit: target?.unit ?? '' }),
    ...(correction.deadline === undefined
      ? {}
      : { deadlineRaw: deadline.raw, deadline: deadlineJson(deadline) }),
  };
}
