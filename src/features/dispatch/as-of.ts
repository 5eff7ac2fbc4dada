import type { Day } from '../../domain/calendar/day.js';
import type { MilestoneFacts, TaskFacts } from '../ledger/ledger.reader.js';

/**
 * The task as it stood at the end of a day. A month that is made up after a down-time is judged by its own last day:
 * what happened later (closing, a new deadline, a node done, a suspension) has not happened yet.
 */
export function taskAsOf(task: TaskFacts, day: Day): TaskFacts {
  const untouched = task.stateSince <= day && (task.lastChange === null || task.lastChange.changedOn <= day);
  const milestones = milestonesAsOf(task.milestones, day);
  if (untouched && milestones === task.milestones && !after(task.closeRequestedOn, day)) return task;
  const changedLater = task.lastChange !== null && task.lastChange.changedOn > day;
  return {
    ...task,
    state: task.stateSince > day ? 'IN_PROGRESS' : task.state,
    closedOn: after(task.closedOn, day) ? null : task.closedOn,
    closeRequestedOn: after(task.closeRequestedOn, day) ? null : task.closeRequestedOn,
    dueOn: changedLater ? (task.lastChange?.fromDueOn ?? task.originalDueOn) : task.dueOn,
    deadlineVersion: changedLater ? task.deadlineVersion - 1 : task.deadlineVersion,
    extensions: changedLater ? task.extensions - 1 : task.extensions,
    milestones,
  };
}

function milestonesAsOf(milestones: MilestoneFacts[], day: Day): MilestoneFacts[] {
  if (!milestones.some((milestone) => after(milestone.doneOn, day))) return milestones;
  return milestones.map((milestone) =>
    after(milestone.doneOn, day) ? { ...milestone, doneOn: null } : milestone,
  );
}

function after(day: Day | null, limit: Day): boolean {
  return day !== null && day > limit;
}
