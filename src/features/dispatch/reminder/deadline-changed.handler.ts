import { Injectable } from '@nestjs/common';
import { dismissByExtension } from '../../../domain/reminder/dismiss-reminders.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { OutboxHandler } from '../../../platform/jobs/job.js';
import { DEADLINE_CHANGED, type DeadlineChanged } from '../../ledger/deadline-changed.topic.js';
import { ReminderStore } from './reminder.store.js';

/** An approved extension dismisses what was pursued under the earlier deadline; each dismissal keeps its reason. */
@Injectable()
export class DeadlineChangedHandler implements OutboxHandler {
  readonly topic = DEADLINE_CHANGED;

  constructor(
    private readonly reminders: ReminderStore,
    private readonly audit: AuditTrail,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const change = payload as DeadlineChanged;
    const open = await this.reminders.openBefore(change.taskId, change.deadlineVersion);
    const { fromDueOn, toDueOn, changedOn, deadlineVersion } = change;
    const dismissals = dismissByExtension(open, {
      version: deadlineVersion,
      from: fromDueOn ?? '时限待定',
      to: toDueOn,
      on: changedOn,
    });
    for (const { reminder, reason } of dismissals) {
      await this.reminders.settle(reminder.id, reminder.state, { state: 'DISMISSED', stateReason: reason });
      this.audit.record({
        operation: 'reminder.dismiss',
        objectKind: 'reminder',
        objectId: reminder.id,
        before: { state: reminder.state },
        after: { state: 'DISMISSED', reason },
      });
    }
  }
}
