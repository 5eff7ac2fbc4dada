import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { DispatchReader, type ReminderFacts } from '../../dispatch/dispatch.reader.js';
import { OrganizationReader } from '../../organization/organization.reader.js';
import { RemindersReader, type DeliveryProof } from '../../reminders/reminders.reader.js';
import type { PartDepartment, TaskReminder } from './present-task-page.js';

/** What was issued about a task, and the proof that it arrived. */
@Injectable()
export class TaskReminders {
  constructor(
    private readonly dispatch: DispatchReader,
    private readonly reminders: RemindersReader,
    private readonly organization: OrganizationReader,
    private readonly clock: Clock,
  ) {}

  /** Latest first: to everybody, or to one department. */
  async of(taskId: string, scope: string | null): Promise<TaskReminder[]> {
    const issued = await this.dispatch.remindersOfTask(taskId, scope);
    const proofs = await this.reminders.proofOf(issued.map(({ id }) => id));
    const names = await this.organization.departmentNames(this.clock.today());
    return issued.map((each) => present(each, proofs.get(each.id) ?? null, names.get(each.departmentId)));
  }
}

function present(
  facts: ReminderFacts,
  proof: DeliveryProof | null,
  department: PartDepartment = { code: '', name: '（已撤并单位）' },
): TaskReminder {
  const { id, number, label, paper, node, period, recipient, dueOn, sendOn, replyBy, explanation, state } =
    facts;
  const addressed = { department, recipient };
  const days = { reachedOn: dueOn, sendOn, replyBy };
  return { id, number, label, paper, node, period, ...addressed, ...days, explanation, state, proof };
}
