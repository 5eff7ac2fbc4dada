import type { Day } from '../../../domain/calendar/day.js';
import type { MilestoneFacts, TaskFacts } from '../../ledger/ledger.reader.js';

/**
 * The task as it stood at the end of a day. A month that is made up after a down-time is judged by its own last day:
 * what happened later (closing, a new deadline, a node done, a suspension) has not happened yet.
 */
export function taskAsOf(task: TaskFacts, day: Day): TaskFacts {
  return {
    ...task,
    ...stateAsOf(task, day),
    ...deadlineAsOf(task, day),
    milestones: milestonesAsOf(task.milestones, day),
  };
}

function stateAsOf(task: TaskFacts, day: Day): Partial<TaskFacts> {
  return {
    state: task.stateSince > day ? 'IN_PROGRESS' : task.state,
    closedOn: notAfter(task.closedOn, day),
    closeRequestedOn: notAfter(task.closeRequestedOn, day),
  };
}

function deadlineAsOf(task: TaskFacts, day: Day): Partial<TaskFacts> {
  const change = task.lastChange;
  if (change === null || change.changedOn <= day) return {};
  return {
    dueOn: change.fromDueOn ?? task.originalDueOn,
    deadlineVersion: task.deadlineVersion - 1,
    extensions: task.extensions - 1,
    lastChange: null,
  };
}

function milestonesAsOf(milestones: MilestoneFacts[], day: Day): MilestoneFacts[] {
  if (!milestones.some((node) => node.doneOn !== null && node.doneOn > day)) return milestones;
  return milestones.map((node) => ({ ...node, doneOn: notAfter(node.doneOn, day) }));
}

function notAfter(day: Day | null, limit: Day): Day | null {
  return day !== null && day > limit ? null : day;
}
