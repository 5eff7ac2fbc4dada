import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import type { Deadline } from '../../../domain/phrases/deadline.js';
import { resolveDue } from '../../../domain/phrases/deadline-resolution.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ReadPhrases } from '../read-phrases.js';
import { firstLeadMissing, reasonRequired, taskNotReady } from '../tasks/task-deed.errors.js';
import type { TaskPlan } from '../tasks/task-plan.js';
import { requireOffice } from '../tasks/task.policy.js';
import { BreakdownDesk } from '../superior/breakdown-desk.js';
import { pastSuperiorDeadline, superiorCancelled } from '../superior/breakdown.errors.js';
import type { BreakdownRecord, BreakdownRow } from '../superior/breakdown.store.js';
import { WriteReceived } from './write-received.js';

/** How a receiving office gives the task to its departments. */
export interface ReceivedAssignment {
  /** Id or code of one of its ledgers of that year; its ledger of key tasks where none is given. */
  ledger?: string;
  /** The next free number where none is given. */
  number?: string;
  lead: readonly string[];
  support?: readonly string[];
  groups?: readonly string[];
  /** An earlier deadline of its own, as a phrase; the superior's where none is given. */
  deadline?: string;
}

/** 接收、退回、分派 of what the office above handed down. */
@Injectable()
export class ReceiveTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BreakdownDesk,
    private readonly writing: WriteReceived,
    private readonly phrases: ReadPhrases,
    private readonly clock: Clock,
  ) {}

  /** 接收: the office takes it on; who works it is said later. */
  async accept(id: string, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const row = await this.open(id, '接收', version);
      requireStanding(row);
      await this.desk.act(row, 'ACCEPT', 'ledger.breakdown.accept', this.answered());
    });
  }

  /** 退回 with a reason, until it is assigned. */
  async sendBack(id: string, reason: string, version: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('退回');
    await this.unitOfWork.run(async () => {
      const row = await this.open(id, '退回', version);
      const answer = { ...this.answered(), reason: reason.trim() };
      await this.desk.act(row, 'RETURN', 'ledger.breakdown.return', answer);
    });
  }

  /** 分派: it becomes a task of the office's own ledger, issued at once where the ledger is; accepts it where that is open. */
  async assign(id: string, wish: ReceivedAssignment, version: number): Promise<void> {
    if (wish.lead.length === 0) throw firstLeadMissing();
    const calendar = await this.phrases.calendar();
    await this.unitOfWork.run(async () => {
      const row = await this.open(id, '分派', version);
      requireStanding(row);
      const plan = this.planOf(row, wish, calendar);
      const receivedTaskId = await this.writing.write(row, plan, wish);
      const answer = { ...this.answered(), receivedTaskId };
      await this.desk.act(row, 'ASSIGN', 'ledger.breakdown.assign', answer);
    });
  }

  private open(id: string, deed: string, version: number): Promise<BreakdownRow> {
    requireOffice(currentActor(), deed);
    return this.desk.open(id, 'receiver', version);
  }

  private answered(): Partial<BreakdownRecord> {
    return { answeredOn: this.clock.today(), answeredBy: currentActor().post };
  }

  private planOf(
    row: BreakdownRow,
    wish: ReceivedAssignment,
    calendar: WorkingCalendar,
  ): Omit<TaskPlan, 'number'> {
    const { lead, support = [], groups = [], deadline: own = '' } = wish;
    return {
      title: row.title,
      measures: row.measures,
      indicators: row.indicator === '' ? [] : row.indicator.split(' / '),
      lead,
      support,
      groups,
      deadline: own.trim() === '' ? deadlineAbove(row) : this.earlier(row, own.trim(), calendar),
      target: row.targetCount === null ? null : { value: row.targetCount, unit: row.targetUnit },
      nodes: [],
    };
  }

  private earlier(row: BreakdownRow, phrase: string, calendar: WorkingCalendar): TaskPlan['deadline'] {
    const against = { year: row.year, issuedOn: row.handedDownOn };
    const deadline = this.phrases.deadline(phrase, against, calendar);
    if (!this.phrases.isAcceptable(deadline)) throw taskNotReady([deadline.note ?? '完成时限']);
    const due = resolveDue(deadline, row.year);
    if (row.dueOn !== null && (due === null || due > row.dueOn)) {
      throw pastSuperiorDeadline(row.dueOn, due ?? '待定');
    }
    return deadline;
  }
}

/** The phrase above; where the day was changed since it was written, the day that counts now. */
function deadlineAbove({ deadline, deadlineRaw: raw, dueOn, year }: BreakdownRow): TaskPlan['deadline'] {
  const phrase = JSON.parse(deadline) as Deadline;
  if (resolveDue(phrase, year) === dueOn) return { ...phrase, raw };
  return { kind: dueOn === null ? 'tbd' : 'date', due: dueOn, needsReview: false, raw };
}

function requireStanding({ releasedOn, office }: BreakdownRow): void {
  if (releasedOn !== null) throw superiorCancelled(office, releasedOn);
}
