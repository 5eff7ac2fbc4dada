import { Injectable } from '@nestjs/common';
import { decideTask } from '../../../domain/task/decide-task.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import type { OutboxHandler } from '../../../platform/jobs/job.js';
import { AssignmentStore } from '../assignment.store.js';
import { CLOSEOUT_DECIDED, type CloseOutDecided } from '../close-out-decided.topic.js';
import { closeOutActs } from './close-out-acts.js';
import { standingOf } from '../tasks/task-desk.js';
import { TaskStore } from '../task.store.js';

/** Moves a task along when a later feature tells what became of its close-out request. */
@Injectable()
export class CloseOutHandler implements OutboxHandler {
  readonly topic = CLOSEOUT_DECIDED;

  constructor(
    private readonly tasks: TaskStore,
    private readonly parts: AssignmentStore,
    private readonly audit: AuditTrail,
    registry: JobRegistry,
  ) {
    registry.announce({ topics: [CLOSEOUT_DECIDED] });
    registry.addHandler(this);
  }

  /** Runs in the unit of work that marks the event done; throws when the task's state does not allow the step. */
  async handle(payload: unknown): Promise<void> {
    const told = payload as CloseOutDecided;
    const task = await this.tasks.one(told.taskId, { kind: 'WHOLE' });
    if (!task) throw new Error(`close-out of an unknown task ${told.taskId}`);
    const acts = closeOutActs(task.state, told);
    if (acts.length === 0) return;
    const standing = acts.reduce((now, { act, on }) => decideTask(now, act, on)[0], standingOf(task));
    const closed = standing.state === 'CLOSED';
    const changes = {
      state: standing.state,
      stateSince: told.decidedOn,
      closeRequestedOn: standing.closeRequestedOn,
      daysInReview: standing.daysInReview,
      closedOn: closed ? told.decidedOn : null,
      ...(told.reason === '' ? {} : { stateReason: told.reason }),
    };
    await this.tasks.update(task, changes);
    if (closed) await this.parts.completeOf(task.id);
    const { state, closeRequestedOn, daysInReview } = task;
    this.audit.record({
      operation: `ledger.close-out.${told.outcome.toLowerCase()}`,
      objectKind: 'task',
      objectId: task.id,
      before: { state, closeRequestedOn, daysInReview },
      after: changes,
    });
  }
}
