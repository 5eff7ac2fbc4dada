import { Injectable } from '@nestjs/common';
import { decideTask, type TaskAct, type TaskStanding } from '../../../domain/task/decide-task.js';
import { taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { scopeOf } from '../../../platform/auth/scope.js';
import { Clock } from '../../../platform/clock/clock.js';
import { staleVersion } from '../../../platform/database/version.js';
import { AssignmentStore, type AssignmentRecord } from '../assignment.store.js';
import { taskNotFound } from '../ledger.errors.js';
import { taskEnded } from './task-deed.errors.js';
import { OwnLedger } from '../own-ledger.js';
import { TaskStore, type TaskChanges, type TaskRecord } from '../task.store.js';

/** A task laid on the desk: with its parts, seen by the actor. */
export interface OpenedTask {
  task: TaskRecord;
  parts: AssignmentRecord[];
}

/** Lays a task before a deed and puts it back: visibility, version, lifecycle and audit are the same for all deeds. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly tasks: TaskStore,
    private readonly assignments: AssignmentStore,
    private readonly own: OwnLedger,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The task with its parts; one the actor may not see is not found. With a version: refuses a stale one. */
  async open(taskId: string, version?: number): Promise<OpenedTask> {
    const task = await this.tasks.one(taskId, scopeOf(currentActor()));
    if (!task) throw taskNotFound();
    await this.own.require(task.ledgerId);
    const parts = await this.assignments.ofTask(taskId);
    if (version !== undefined && task.version !== version) throw staleVersion('task', task, version);
    return { task, parts };
  }

  /** Does one step of the task's life; refuses what its state does not allow. Gives the task after it. */
  async act(task: TaskRecord, act: TaskAct, operation: string, more: TaskChanges = {}): Promise<TaskRecord> {
    return this.save(task, { ...this.decide(task, act), ...more }, operation);
  }

  /** What a step would change, without saving. */
  decide(task: TaskRecord, act: TaskAct): TaskChanges {
    const today = this.clock.today();
    const [next] = decideTask(standingOf(task), act, today);
    const { state, assignedOn, closeRequestedOn, daysInReview } = next;
    return { state, assignedOn, closeRequestedOn, daysInReview, stateSince: today };
  }

  /** Saves changes and records what was and is. Gives the task after it. */
  async save(task: TaskRecord, changes: TaskChanges, operation: string): Promise<TaskRecord> {
    await this.tasks.update(task, changes);
    this.audit.record({
      operation,
      objectKind: 'task',
      objectId: task.id,
      before: pick(task, Object.keys(changes)),
      after: changes,
    });
    return { ...task, ...changes, version: task.version + 1 };
  }
}

const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED', 'CANCELLED', 'MERGED', 'VOID']);

/** Refuses to change who or by when of a task that is over. */
export function requireAlive(task: TaskRecord, deed: string): void {
  if (ENDED.has(task.state)) throw taskEnded(deed, taskLifecycle.states[task.state as TaskState]);
}

/** What of a task its lifecycle depends on; who asked for close-out is known where that is decided. */
export function standingOf(task: TaskRecord): TaskStanding {
  return {
    state: task.state as TaskState,
    dueOn: task.dueOn,
    assignedOn: task.assignedOn,
    closeRequestedOn: task.closeRequestedOn,
    closeRequestedBy: null,
    daysInReview: task.daysInReview,
  };
}

function pick(task: TaskRecord, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(task).filter(([name]) => names.includes(name)));
}
