import { Injectable } from '@nestjs/common';
import type { DeadlineChange } from '../../../domain/task/extension.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { newId } from '../../../platform/database/id.js';
import { Outbox } from '../../../platform/jobs/outbox.js';
import { DEADLINE_CHANGED, type DeadlineChanged } from '../deadline-changed.topic.js';
import { SuperiorTerms } from '../superior/superior-terms.js';
import { ExtensionStore, type ExtensionRecord } from '../extension.store.js';
import { extensionNotFound } from '../ledger.errors.js';
import { MilestoneStore } from '../milestone.store.js';
import { TaskDesk } from '../tasks/task-desk.js';
import type { TaskRecord } from '../task.store.js';

/** Writes what was decided about a request; inside a unit of work. */
@Injectable()
export class ChangeDeadline {
  constructor(
    private readonly requests: ExtensionStore,
    private readonly milestones: MilestoneStore,
    private readonly desk: TaskDesk,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly terms: SuperiorTerms,
  ) {}

  /** A request looked up through its task. */
  async request(taskId: string, requestId: string): Promise<ExtensionRecord> {
    const record = await this.requests.ofTask(taskId, requestId);
    if (!record) throw extensionNotFound();
    return record;
  }

  /** Saves the decision on a request. */
  async settle(record: ExtensionRecord, changes: Partial<ExtensionRecord>): Promise<void> {
    await this.requests.update(record, changes);
    this.audit.record({
      operation: `ledger.extension.${String(changes.state).toLowerCase()}`,
      objectKind: 'extension-request',
      objectId: record.id,
      before: { state: record.state },
      after: changes,
    });
  }

  /** Puts the new deadline in place of the old one, keeps the change for good and tells later features. */
  async apply(task: TaskRecord, record: ExtensionRecord, change: DeadlineChange): Promise<void> {
    const beforeMeeting = change.justBeforeMeeting;
    await this.requests.insertChange({
      id: newId(),
      taskId: task.id,
      deadlineVersion: change.version,
      fromDueOn: change.from,
      toDueOn: change.to,
      changedOn: change.on,
      reason: record.reason,
      extensionRequestId: record.id,
      beforeMeeting: Number(beforeMeeting),
    });
    const after = { dueOn: change.to, deadlineVersion: change.version };
    await this.desk.save(task, after, 'ledger.change-deadline');
    await this.moveLastNode(task, change);
    await this.terms.moveDeadline(task.id, change.to);
    const told: DeadlineChanged = {
      ledgerId: task.ledgerId,
      taskId: task.id,
      deadlineVersion: change.version,
      fromDueOn: change.from,
      toDueOn: change.to,
      changedOn: change.on,
      beforeMeeting,
    };
    await this.outbox.put(DEADLINE_CHANGED, `${task.id}/${change.version}`, told);
  }

  /** The node that falls due with the task is the task's own deadline under another name and moves with it. */
  private async moveLastNode(task: TaskRecord, change: DeadlineChange): Promise<void> {
    for (const node of await this.milestones.allOf(task.id)) {
      if (node.kind !== 'NODE' || node.doneOn !== null || node.dueOn !== change.from) continue;
      await this.milestones.update(node, { dueOn: change.to, deadlineVersion: node.deadlineVersion + 1 });
    }
  }
}
