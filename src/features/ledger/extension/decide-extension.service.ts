import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import {
  approveExtension,
  type ExtensionRequest,
  type ExtensionSetting,
} from '../../../domain/task/extension.js';
import type { ExtensionApprover } from '../../../domain/task/extension-rules.js';
import {
  extensionRequestLifecycle,
  type ExtensionRequestDeed,
  type ExtensionRequestState,
} from '../../../domain/task/extension-request-lifecycle.js';
import { nextState } from '../../../domain/task/lifecycle.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { ChangeDeadline } from './change-deadline.js';
import { DeadlineBook } from '../tasks/deadline-book.js';
import { requireApplicant, requireApprover } from './extension.policy.js';
import type { ExtensionRecord } from '../extension.store.js';
import { requireDayBetween } from './decided-day.js';
import { reasonRequired } from '../tasks/task-deed.errors.js';
import { requireAlive, TaskDesk } from '../tasks/task-desk.js';
import type { TaskRecord } from '../task.store.js';

/** What an approver decides. */
export interface ExtensionApproval {
  /** The new deadline; the day asked for where none is given. */
  dueOn?: Day | null;
  reason?: string;
}

/** 审批延期: signature by signature; the last one changes the deadline. */
@Injectable()
export class DecideExtensionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly change: ChangeDeadline,
    private readonly deadlines: DeadlineBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a request for the rung whose turn it is; with the last signature the day replaces the task's deadline. Refuses
   * the wrong rung, one's own request, and a day that is not between the present deadline and the one asked for.
   */
  async approve(
    taskId: string,
    requestId: string,
    approval: ExtensionApproval,
    version?: number,
  ): Promise<void> {
    const setting = await this.deadlines.setting(this.clock.today());
    await this.unitOfWork.run(async () => {
      const { task } = await this.desk.open(taskId);
      requireAlive(task, '审批延期');
      const record = await this.request(taskId, requestId, version);
      const approvers = record.approverRung.split(',') as ExtensionApprover[];
      const signed = record.signedBy === '' ? [] : record.signedBy.split(',');
      const { askedBy } = record;
      requireApprover(currentActor(), { askedBy, approvers, signatures: signed.length });
      const signedBy = [...signed, currentActor().post];
      const dueOn = approval.dueOn ?? record.decidedDueOn ?? record.askedDueOn;
      requireDayBetween(task, record, dueOn);
      const decided = {
        ...this.decision(approval.reason ?? ''),
        signedBy: signedBy.join(','),
        decidedDueOn: dueOn,
      };
      if (signedBy.length < approvers.length) {
        await this.change.settle(record, { ...decided, state: stateAfter(record, 'ENDORSE') });
        return;
      }
      await this.grant(task, record, { ...decided, state: stateAfter(record, 'APPROVE') }, setting);
    });
  }

  /** Rejects with a reason; the deadline stands. */
  async reject(taskId: string, requestId: string, reason: string, version?: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('不予批准');
    await this.unitOfWork.run(async () => {
      await this.desk.open(taskId);
      const record = await this.request(taskId, requestId, version);
      const approvers = record.approverRung.split(',') as ExtensionApprover[];
      const signatures = record.signedBy === '' ? 0 : record.signedBy.split(',').length;
      const state = stateAfter(record, 'REJECT');
      requireApprover(currentActor(), { askedBy: record.askedBy, approvers, signatures });
      await this.change.settle(record, { ...this.decision(reason), state });
    });
  }

  /** Takes the request back before it is decided. */
  async withdraw(taskId: string, requestId: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.desk.open(taskId);
      const record = await this.request(taskId, requestId, version);
      requireApplicant(currentActor(), record.departmentId);
      await this.change.settle(record, { ...this.decision(''), state: stateAfter(record, 'WITHDRAW') });
    });
  }

  private async grant(
    task: TaskRecord,
    record: ExtensionRecord,
    decided: Partial<ExtensionRecord>,
    setting: ExtensionSetting,
  ): Promise<void> {
    const request = requestOf(record, decided.decidedDueOn ?? record.askedDueOn);
    const [, change] = approveExtension(
      await this.deadlines.deadlineOf(task),
      request,
      { on: this.clock.today(), by: currentActor().post, signedBy: request.approvers },
      setting,
    );
    const beforeMeeting = Number(change.justBeforeMeeting);
    await this.change.settle(record, { ...decided, beforeMeeting, overdueDaysThen: change.overdueDaysRun });
    await this.change.apply(task, record, change);
  }

  private async request(taskId: string, requestId: string, version?: number): Promise<ExtensionRecord> {
    const record = await this.change.request(taskId, requestId);
    if (version !== undefined && record.version !== version)
      throw staleVersion('extension-request', record, version);
    return record;
  }

  private decision(reason: string): Partial<ExtensionRecord> {
    return { decidedOn: this.clock.today(), decidedBy: currentActor().post, decisionReason: reason.trim() };
  }
}

function stateAfter(record: ExtensionRecord, deed: ExtensionRequestDeed): string {
  return nextState(extensionRequestLifecycle, record.state as ExtensionRequestState, deed);
}

function requestOf(record: ExtensionRecord, newDueOn: Day): ExtensionRequest {
  const { askedOn, askedBy, reason, lateReason } = record;
  return {
    askedOn,
    askedBy,
    newDueOn,
    reason,
    progressSoFar: record.progressText,
    lateReason,
    sequence: record.ordinal,
    askedLate: record.isLate === 1,
    justBeforeMeeting: record.beforeMeeting === 1,
    crossYear: record.approverRung.includes('LEADER'),
    approvers: record.approverRung.split(',') as ExtensionApprover[],
  };
}
