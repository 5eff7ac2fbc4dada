import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { LedgerFacts } from '../ledger-facts.js';
import { OpenLedgers } from '../open-ledgers.js';
import { ReadPhrases } from '../read-phrases.js';
import { SuperiorTerms } from '../superior/superior-terms.js';
import { requireWhole } from '../superior/task-bonds.js';
import { SplitWriting } from './split-writing.js';
import { firstLeadMissing, partsTooFew, splitPastOriginal, taskNotReady } from './task-deed.errors.js';
import { requireAlive, TaskDesk } from './task-desk.js';
import { daysOf, type TaskPlan } from './task-plan.js';
import { requireOffice } from './task.policy.js';
import type { TaskRecord } from '../task.store.js';

/** One part of a task that is divided. */
export interface PartWish {
  title: string;
  measures?: string;
  lead: readonly string[];
  support?: readonly string[];
  groups?: readonly string[];
  /** The original's phrase where none is given. */
  deadline?: string;
  target?: { value: number; unit: string } | null;
}

/** 拆分: a task becomes several, each with its own first lead; the original stays as merged into the first of them. */
@Injectable()
export class SplitTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly writing: SplitWriting,
    private readonly ledgers: OpenLedgers,
    private readonly phrases: ReadPhrases,
    private readonly terms: SuperiorTerms,
  ) {}

  /**
   * Divides a task into two or more, numbered `3.1`, `3.2` …; gives their ids. Parts of an issued task are issued at once.
   * Refuses a part due later than the original: that would be an extension without approval.
   */
  async split(
    taskId: string,
    parts: readonly PartWish[],
    approvalDocument: string,
    version?: number,
  ): Promise<string[]> {
    if (parts.length < 2) throw partsTooFew();
    if (parts.some((part) => part.lead.length === 0)) throw firstLeadMissing();
    const calendar = await this.phrases.calendar();
    return this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '拆分任务');
      const { task } = await this.desk.open(taskId, version);
      requireAlive(task, '拆分');
      requireWhole(await this.terms.bondsOf(task.id), '拆分');
      const merged = this.desk.decide(task, { deed: 'MERGE', approvalDocument });
      const ledger = await this.ledgers.open(task.ledgerId, '拆分任务');
      const plans = parts.map((part) => this.planOf(part, task, ledger, calendar));
      const ids = await this.writing.write(task, ledger, plans);
      const more = { mergedIntoId: ids[0] ?? null, stateReason: approvalDocument.trim() };
      await this.desk.save(task, { ...merged, ...more }, 'ledger.split');
      return ids;
    });
  }

  private planOf(
    part: PartWish,
    task: TaskRecord,
    ledger: LedgerFacts,
    calendar: WorkingCalendar,
  ): Omit<TaskPlan, 'number'> {
    const deadline = this.deadlineOf(part, task, ledger, calendar);
    return {
      title: part.title.trim(),
      measures: part.measures?.trim() ?? '',
      indicators: [],
      lead: part.lead,
      support: part.support ?? [],
      groups: part.groups ?? [],
      deadline,
      target: part.target ?? null,
      nodes: [],
    };
  }

  private deadlineOf(
    part: PartWish,
    task: TaskRecord,
    ledger: LedgerFacts,
    calendar: WorkingCalendar,
  ): TaskPlan['deadline'] {
    const phrase = part.deadline ?? task.deadlineRaw;
    const deadline = this.phrases.deadline(
      phrase,
      { year: ledger.year, issuedOn: ledger.issuedOn },
      calendar,
    );
    if (!this.phrases.isAcceptable(deadline)) throw taskNotReady([deadline.note ?? '完成时限']);
    const { dueOn } = daysOf(deadline, ledger.year, task.startsOn);
    if (task.dueOn !== null && (dueOn === null || dueOn > task.dueOn)) {
      throw splitPastOriginal(task.dueOn, dueOn ?? '待定');
    }
    return deadline;
  }
}
