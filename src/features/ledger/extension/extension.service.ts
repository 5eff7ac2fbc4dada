import { Injectable } from '@nestjs/common';
import { daysBetween, type Day } from '../../../domain/calendar/day.js';
import { askExtension, type ExtensionSetting } from '../../../domain/task/extension.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DeadlineBook } from '../tasks/deadline-book.js';
import { ExtensionStore, type ExtensionRecord } from '../extension.store.js';
import { requireExtensionAskable } from '../tasks/deed-rules.js';
import { TaskDesk, type OpenedTask } from '../tasks/task-desk.js';
import { requireFirstLead } from '../tasks/task.policy.js';

/** What a lead writes when it asks for a later deadline. */
export interface ExtensionWish {
  newDueOn: Day;
  reason: string;
  progressSoFar: string;
  /** Why it is asked late; empty when it is not. */
  lateReason?: string;
}

/** 申请延期: the first lead asks; nothing changes until it is approved. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly requests: ExtensionStore,
    private readonly deadlines: DeadlineBook,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Hands in a request; gives its id. Refuses what the rules of extension refuse, and a second one while one waits. */
  async ask(taskId: string, wish: ExtensionWish, version?: number): Promise<string> {
    const today = this.clock.today();
    const setting = await this.deadlines.setting(today);
    return this.unitOfWork.run(async () => {
      const opened = await this.desk.open(taskId, version);
      requireFirstLead(currentActor(), opened.parts, '延期申请');
      const earlier = await this.requests.allOf(taskId);
      requireExtensionAskable(opened.task, earlier);
      const record = await this.examine(opened, wish, today, setting, earlier);
      await this.requests.insert(record);
      this.audit.record({
        operation: 'ledger.ask-extension',
        objectKind: 'extension-request',
        objectId: record.id,
        after: record,
      });
      return record.id;
    });
  }

  private async examine(
    { task, parts }: OpenedTask,
    wish: ExtensionWish,
    today: Day,
    setting: ExtensionSetting,
    earlier: readonly ExtensionRecord[],
  ): Promise<ExtensionRecord> {
    const askedBy = currentActor().post;
    const ask = { ...wish, askedOn: today, askedBy, lateReason: wish.lateReason ?? '' };
    const request = askExtension(await this.deadlines.deadlineOf(task), ask, setting);
    const dueOn = task.dueOn ?? request.newDueOn;
    return {
      id: newId(),
      taskId: task.id,
      departmentId: parts.find((part) => part.isFirstLead === 1)?.departmentId ?? '',
      ordinal: earlier.length + 1,
      reason: request.reason.trim(),
      progressText: request.progressSoFar.trim(),
      askedDueOn: request.newDueOn,
      askedOn: today,
      askedBy,
      dueOnThen: dueOn,
      overdueDaysThen: Math.max(0, daysBetween(dueOn, today)),
      isLate: Number(request.askedLate),
      beforeMeeting: Number(request.justBeforeMeeting),
      lateReason: request.lateReason.trim(),
      approverRung: request.approvers.join(','),
      signedBy: '',
      state: 'SUBMITTED',
      decidedOn: null,
      decidedBy: null,
      decidedDueOn: null,
      decisionReason: '',
      version: 1,
    };
  }
}
