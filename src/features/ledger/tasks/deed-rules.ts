import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { ExtensionRecord } from '../extension.store.js';
import type { MilestoneRecord } from '../milestone.store.js';
import type { TaskRecord } from '../task.store.js';
import {
  extensionPending,
  extensionTaskState,
  firstLeadCloses,
  milestoneAlreadyDone,
  notOpenEnded,
  objectionNotOpen,
} from './task-deed.errors.js';

/**
 * Conditions of deeds that are asked twice: by the service that does the deed and by the page that offers it. One place,
 * so that what is offered is what is taken.
 */

/** 恢复: on where the first lead has signed, else issued anew. */
export function resumeDeed(task: TaskRecord, parts: readonly AssignmentRecord[]): 'RESUME' | 'REISSUE' {
  const signed = parts.some((part) => part.isFirstLead === 1 && part.signedOn !== null);
  return signed || task.state !== 'SUSPENDED' ? 'RESUME' : 'REISSUE';
}

/** 补充配合单位: only where 等、有关部门 is still open. */
export function requireOpenList(task: TaskRecord): void {
  if (task.openEnded !== 1) throw notOpenEnded();
}

/** 维持分工: only of a part that is disputed. */
export function requireObjected(part: AssignmentRecord): void {
  if (part.state !== 'OBJECTED') throw objectionNotOpen();
}

/** 确认完成: the first lead's part ends with the task. */
export function requireNotFirstLead(part: AssignmentRecord): void {
  if (part.isFirstLead === 1) throw firstLeadCloses();
}

/** 确认节点完成: once. */
export function requireNodeOpen(node: MilestoneRecord): void {
  if (node.doneOn !== null) throw milestoneAlreadyDone(node.doneOn);
}

/** A request that still waits for a signature. */
export function isPending({ state }: ExtensionRecord): boolean {
  return state === 'SUBMITTED' || state === 'ENDORSED';
}

/** 申请延期: a task that is still owed, and no second request while one waits. */
export function requireExtensionAskable(task: TaskRecord, earlier: readonly ExtensionRecord[]): void {
  if (standingOf(task.state as TaskState) !== 'OPEN') throw extensionTaskState();
  if (earlier.some(isPending)) throw extensionPending();
}

/**
 * 提出异议: the limit of days holds for supports as well, whose objection leaves the task's own state alone; so it is asked
 * of the task as if it had just been issued.
 */
export function asJustIssued(task: TaskRecord): TaskRecord {
  return { ...task, state: 'ASSIGNED' };
}
