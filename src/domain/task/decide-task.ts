import { addDays, daysBetween, type Day } from '../calendar/day.js';
import { nextState } from './lifecycle.js';
import { taskLifecycle, type TaskDeed, type TaskState } from './task-lifecycle.js';
import { approvalDocumentMissing, objectionTooLate, ownSubmission, reasonMissing } from './task.errors.js';

/** What of a task its deeds depend on. */
export interface TaskStanding {
  readonly state: TaskState;
  readonly dueOn: Day | null;
  readonly assignedOn: Day | null;
  /** The last close-out request: kept after approval, since it decides whether the task closed late. */
  readonly closeRequestedOn: Day | null;
  readonly closeRequestedBy: string | null;
  /** Days that requests made in time lay with the office before they were returned; they are not overdue days. */
  readonly daysInReview: number;
}

type PlainDeed =
  'REGISTER' | 'VOID' | 'ISSUE' | 'ACCEPT' | 'REISSUE' | 'RESUME' | 'ARCHIVE' | 'WITHDRAW_CLOSE';

/** A deed with what it must bring along. */
export type TaskAct =
  | { readonly deed: PlainDeed }
  | { readonly deed: 'OBJECT'; readonly reason: string; readonly objectionDays: number }
  | { readonly deed: 'RETURN_CLOSE' | 'REOPEN'; readonly reason: string }
  | { readonly deed: 'REQUEST_CLOSE' | 'VERIFY' | 'CLOSE'; readonly by: string }
  | { readonly deed: 'SUSPEND' | 'CANCEL' | 'MERGE'; readonly approvalDocument: string };

/** What has happened, for the task's history. */
export interface TaskEvent {
  readonly deed: TaskDeed;
  readonly from: TaskState;
  readonly to: TaskState;
  readonly on: Day;
  readonly reason?: string;
  readonly approvalDocument?: string;
}

/**
 * Takes a task, a deed and the office's day; gives the task after it and what happened. Refuses a deed the state does
 * not allow, a return without reason, a suspension without document, an objection out of time, and review of one's own
 * request (审核人与申请人不得为同一人).
 */
export function decideTask(task: TaskStanding, act: TaskAct, today: Day): [TaskStanding, TaskEvent[]] {
  const state = nextState(taskLifecycle, task.state, act.deed);
  requireGrounds(task, act, today);
  const event: TaskEvent = {
    deed: act.deed,
    from: task.state,
    to: state,
    on: today,
    ...('reason' in act ? { reason: act.reason.trim() } : {}),
    ...('approvalDocument' in act ? { approvalDocument: act.approvalDocument.trim() } : {}),
  };
  return [{ ...task, ...changes(task, act, today), state }, [event]];
}

function requireGrounds(task: TaskStanding, act: TaskAct, today: Day): void {
  const name = taskLifecycle.deeds[act.deed];
  if ('reason' in act && act.reason.trim() === '') throw reasonMissing(name);
  if ('approvalDocument' in act && act.approvalDocument.trim() === '') throw approvalDocumentMissing(name);
  if ((act.deed === 'VERIFY' || act.deed === 'CLOSE') && act.by === task.closeRequestedBy)
    throw ownSubmission(name);
  if (act.deed === 'OBJECT') requireObjectionInTime(task.assignedOn, act.objectionDays, today);
}

function requireObjectionInTime(assignedOn: Day | null, objectionDays: number, today: Day): void {
  if (assignedOn === null) return;
  const lastDay = addDays(assignedOn, objectionDays);
  if (today > lastDay) throw objectionTooLate(assignedOn, lastDay);
}

function changes(task: TaskStanding, act: TaskAct, today: Day): Partial<TaskStanding> {
  if (act.deed === 'ISSUE' || act.deed === 'REISSUE') return { assignedOn: today };
  if (act.deed === 'REQUEST_CLOSE') return { closeRequestedOn: today, closeRequestedBy: act.by };
  if (act.deed === 'RETURN_CLOSE')
    return { ...noRequest, daysInReview: task.daysInReview + reviewDays(task, today) };
  return act.deed === 'WITHDRAW_CLOSE' || act.deed === 'REOPEN' ? noRequest : {};
}

const noRequest = { closeRequestedOn: null, closeRequestedBy: null };

/** Only a request made on or before the due day stops the clock; asking late must not buy time. */
function reviewDays(task: TaskStanding, today: Day): number {
  const { closeRequestedOn, dueOn } = task;
  if (closeRequestedOn === null || dueOn === null || closeRequestedOn > dueOn) return 0;
  return daysBetween(closeRequestedOn, today);
}
