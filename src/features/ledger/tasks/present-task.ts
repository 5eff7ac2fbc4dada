import { assignmentLifecycle } from '../../../domain/task/assignment-lifecycle.js';
import { taskLifecycle } from '../../../domain/task/task-lifecycle.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { DeadlineChangeRecord, ExtensionRecord } from '../extension.store.js';
import type { MilestoneRecord } from '../milestone.store.js';
import type { TaskListRow } from '../task-list.store.js';
import type { TaskRecord } from '../task.store.js';

/** A department as it is named. */
export interface DepartmentName {
  code: string;
  name: string;
}

/** Codes and names by department id. */
export type DepartmentNames = ReadonlyMap<string, DepartmentName>;

/** A task in a list. */
export interface TaskListItem extends Omit<TaskListRow, 'leadId' | 'sortValue' | 'indicatorPath'> {
  indicator: string;
  stateLabel: string;
  lead: DepartmentName | null;
}

/** A task with everything that belongs to it. */
export interface TaskSheet {
  task: TaskRecord;
  indicator: string;
  parts: readonly AssignmentRecord[];
  milestones: readonly MilestoneRecord[];
  changes: readonly DeadlineChangeRecord[];
  requests: readonly ExtensionRecord[];
  /** The numbers of the task and of the one it was merged into. */
  mergedInto: string | null;
}

/** Takes a row of the list and the names; gives what goes out. */
export function presentTaskListItem(row: TaskListRow, names: DepartmentNames): TaskListItem {
  const { id, ledgerId, number, title, startsOn, originalDueOn, dueOn, cadence, state, version } = row;
  return {
    id,
    ledgerId,
    number,
    title,
    indicator: row.indicatorPath ?? '',
    startsOn,
    originalDueOn,
    dueOn,
    cadence,
    state,
    stateLabel: labelOf(taskLifecycle.states, state),
    lead: row.leadId === null ? null : nameOf(row.leadId, names),
    version,
  };
}

/** Takes a task with its parts; gives what goes out: words beside codes, flags as booleans. */
export function presentTask(sheet: TaskSheet, names: DepartmentNames) {
  const { task } = sheet;
  return {
    id: task.id,
    ledgerId: task.ledgerId,
    number: task.number,
    title: task.title,
    measures: task.measures,
    indicator: sheet.indicator,
    deadlineRaw: task.deadlineRaw,
    startsOn: task.startsOn,
    originalDueOn: task.originalDueOn,
    dueOn: task.dueOn,
    deadlineVersion: task.deadlineVersion,
    cadence: task.cadence,
    target: task.targetCount === null ? null : { value: task.targetCount, unit: task.targetUnit },
    state: task.state,
    stateLabel: labelOf(taskLifecycle.states, task.state),
    stateSince: task.stateSince,
    stateReason: task.stateReason,
    assignedOn: task.assignedOn,
    closedOn: task.closedOn,
    openEnded: task.openEnded === 1,
    mergedInto: sheet.mergedInto,
    problems: JSON.parse(task.problems) as object[],
    assignments: sheet.parts.map((part) => presentAssignment(part, names)),
    milestones: sheet.milestones.map(presentMilestone),
    deadlineHistory: sheet.changes.map(presentChange),
    extensionRequests: sheet.requests.map((request) => presentExtension(request, names)),
    version: task.version,
  };
}

/** A task as it goes out. */
export type TaskView = ReturnType<typeof presentTask>;

function presentAssignment(part: AssignmentRecord, names: DepartmentNames) {
  const { id, role, viaGroup, state, signedOn, version } = part;
  return {
    id,
    department: nameOf(part.departmentId, names),
    role,
    isFirstLead: part.isFirstLead === 1,
    viaGroup,
    state,
    stateLabel: labelOf(assignmentLifecycle.states, state),
    signedOn,
    version,
  };
}

function presentMilestone(node: MilestoneRecord) {
  const { id, kind, period, label, startsOn, originalDueOn, dueOn, doneOn, proof, version } = node;
  return { id, kind, period, label, startsOn, originalDueOn, dueOn, doneOn, proof, version };
}

function presentChange(change: DeadlineChangeRecord) {
  const { deadlineVersion, fromDueOn, toDueOn, changedOn, reason, extensionRequestId } = change;
  const beforeMeeting = change.beforeMeeting === 1;
  return { deadlineVersion, fromDueOn, toDueOn, changedOn, reason, extensionRequestId, beforeMeeting };
}

/** A request as it goes out. */
export function presentExtension(request: ExtensionRecord, names: DepartmentNames) {
  const { taskId: _, departmentId, isLate, beforeMeeting, approverRung, signedBy, ...rest } = request;
  return {
    ...rest,
    department: nameOf(departmentId, names),
    isLate: isLate === 1,
    beforeMeeting: beforeMeeting === 1,
    approvers: approverRung.split(','),
    signedBy: signedBy === '' ? [] : signedBy.split(','),
  };
}

function nameOf(id: string, names: DepartmentNames): DepartmentName {
  return names.get(id) ?? { code: '', name: '（已撤并单位）' };
}

function labelOf(labels: Readonly<Record<string, string>>, state: string): string {
  return labels[state] ?? state;
}
