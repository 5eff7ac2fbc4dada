import { Injectable } from '@nestjs/common';
import { nextState } from '../../../domain/task/lifecycle.js';
import {
  assignmentLifecycle,
  type AssignmentDeed,
  type AssignmentState,
} from '../../../domain/task/assignment-lifecycle.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { AssignmentStore, type AssignmentRecord } from '../assignment.store.js';
import { assignmentNotFound } from '../ledger.errors.js';
import { LedgerRules } from '../ledger-rules.js';
import { asJustIssued, requireNotFirstLead, requireObjected } from './deed-rules.js';
import { reasonRequired } from './task-deed.errors.js';
import { requireAlive, TaskDesk, type OpenedTask } from './task-desk.js';
import { requireOffice, requireOwnDepartment } from './task.policy.js';

/** Changes of a department's part that a step brings along. */
type PartChanges = Partial<Pick<AssignmentRecord, 'signedOn'>>;

/** What a department does with a task it was given: sign for it, dispute it, complete its part; and what the office answers. */
@Injectable()
export class TakeUpTaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TaskDesk,
    private readonly parts: AssignmentStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly rules: LedgerRules,
  ) {}

  /** 签收: the department takes its part on; with the first lead's signature the task is being worked. */
  async sign(taskId: string, departmentId: string, version?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const opened = await this.desk.open(taskId);
      const part = partOf(opened, departmentId, version);
      requireOwnDepartment(currentActor(), departmentId, '签收');
      requireAlive(opened.task, '签收');
      await this.step(part, 'ACCEPT', 'ledger.sign', { signedOn: this.clock.today() });
      const waits = opened.task.state === 'ASSIGNED' || opened.task.state === 'OBJECTED';
      if (part.isFirstLead === 1 && waits)
        await this.desk.act(opened.task, { deed: 'ACCEPT' }, 'ledger.take-up');
    });
  }

  /** 提出异议: within the office's days after issue; an objection of the first lead holds the whole task. */
  async object(taskId: string, departmentId: string, reason: string, version?: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('提出异议');
    await this.unitOfWork.run(async () => {
      const opened = await this.desk.open(taskId);
      const part = partOf(opened, departmentId, version);
      requireOwnDepartment(currentActor(), departmentId, '提出异议');
      requireAlive(opened.task, '提出异议');
      await this.step(part, 'OBJECT', 'ledger.object', {}, reason);
      const { objectionDays } = this.rules;
      const act = { deed: 'OBJECT', reason, objectionDays } as const;
      const changes = this.desk.decide(asJustIssued(opened.task), act);
      const first = part.isFirstLead === 1 && opened.task.state === 'ASSIGNED' ? changes : {};
      await this.desk.save(opened.task, { ...first, stateReason: reason.trim() }, 'ledger.objected');
    });
  }

  /** 维持分工: the office upholds the duty; the department has to sign. Giving it to another is a reassignment. */
  async uphold(taskId: string, departmentId: string, reason: string, version?: number): Promise<void> {
    if (reason.trim() === '') throw reasonRequired('维持分工');
    await this.unitOfWork.run(async () => {
      requireOffice(currentActor(), '处理异议');
      const opened = await this.desk.open(taskId, version);
      const part = partOf(opened, departmentId);
      requireObjected(part);
      await this.step(part, 'UPHOLD', 'ledger.uphold', {}, reason);
      const { task } = opened;
      const more = { stateReason: reason.trim() };
      if (part.isFirstLead === 1 && task.state === 'OBJECTED')
        await this.desk.act(task, { deed: 'REISSUE' }, 'ledger.reissue', more);
      else await this.desk.save(task, more, 'ledger.reissue');
    });
  }

  /**
   * 确认完成: a department that is not the first lead has done its part and says so; it owes no more reports. The first
   * lead's part ends when the task is closed.
   */
  async complete(taskId: string, departmentId: string, statement: string, version?: number): Promise<void> {
    if (statement.trim() === '') throw reasonRequired('确认完成');
    await this.unitOfWork.run(async () => {
      const opened = await this.desk.open(taskId);
      const part = partOf(opened, departmentId, version);
      requireOwnDepartment(currentActor(), departmentId, '确认完成');
      requireNotFirstLead(part);
      requireAlive(opened.task, '确认完成');
      await this.step(part, 'COMPLETE', 'ledger.complete', {}, statement);
    });
  }

  private async step(
    part: AssignmentRecord,
    deed: AssignmentDeed,
    operation: string,
    more: PartChanges,
    reason?: string,
  ): Promise<void> {
    const state = nextState(assignmentLifecycle, part.state as AssignmentState, deed);
    await this.parts.update(part, { state, ...more });
    this.audit.record({
      operation,
      objectKind: 'assignment',
      objectId: part.id,
      before: { state: part.state },
      after: { state, ...more, ...(reason === undefined ? {} : { reason: reason.trim() }) },
    });
  }
}

function partOf(opened: OpenedTask, departmentId: string, version?: number): AssignmentRecord {
  const part = opened.parts.find((each) => each.departmentId === departmentId);
  if (!part) throw assignmentNotFound();
  if (version !== undefined && part.version !== version) throw staleVersion('assignment', part, version);
  return part;
}
