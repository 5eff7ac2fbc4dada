import type { Day } from '../../../domain/calendar/day.js';
import { newId } from '../../../platform/database/id.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { MilestoneRecord } from '../milestone.store.js';
import type { PlannedAssignment } from './plan-assignments.js';
import { daysOf, milestonesOf, type PlannedMilestone, type TaskPlan } from './task-plan.js';
import { sortKeyOf } from './task-number.js';
import type { TaskRecord } from '../task.store.js';

/** Where a new task belongs and what is known beside its plan. */
export interface TaskFrame {
  ledgerId: string;
  year: number;
  /** The ledger's issue day, else the first day of its year. */
  issuedOn: Day;
  indicatorId: string | null;
  /** REGISTERED when ready, else DRAFT. */
  state: 'DRAFT' | 'REGISTERED';
  /** JSON of the row as imported; `{}` by hand. */
  rawCells: string;
  openEnded: boolean;
  today: Day;
  problems: readonly object[];
}

/** Takes a plan and its frame; gives the task as it will be kept, with a new id and version 1. */
export function taskFrom(plan: TaskPlan, frame: TaskFrame): TaskRecord {
  return {
    id: newId(),
    ledgerId: frame.ledgerId,
    number: plan.number,
    sortKey: sortKeyOf(plan.number),
    title: plan.title,
    measures: plan.measures,
    indicatorId: frame.indicatorId,
    rawCells: frame.rawCells,
    deadlineRaw: plan.deadline.raw,
    deadline: deadlineJson(plan.deadline),
    ...daysOf(plan.deadline, frame.year, frame.issuedOn),
    deadlineVersion: 0,
    targetCount: plan.target?.value ?? null,
    targetUnit: plan.target?.unit ?? '',
    state: frame.state,
    stateSince: frame.today,
    assignedOn: null,
    closedOn: null,
    closeRequestedOn: null,
    daysInReview: 0,
    stateReason: '',
    mergedIntoId: null,
    openEnded: Number(frame.openEnded),
    problems: JSON.stringify(frame.problems),
    version: 1,
  };
}

/** The phrase as it is kept: its kind first, where a hot read finds it, and without the raw words kept beside it. */
export function deadlineJson(deadline: TaskPlan['deadline']): string {
  const { kind, raw: _, ...rest } = deadline;
  return JSON.stringify({ kind, ...rest });
}

/** Takes a planned part; gives it as it will be kept, waiting for signature where the task was issued. */
export function assignmentFrom(
  taskId: string,
  planned: PlannedAssignment,
  issued: boolean,
): AssignmentRecord {
  return {
    id: newId(),
    taskId,
    departmentId: planned.departmentId,
    role: planned.role,
    isFirstLead: Number(planned.isFirstLead),
    viaGroup: planned.viaGroup,
    state: issued ? 'ISSUED' : 'PLANNED',
    signedOn: null,
    ordinal: planned.ordinal,
    version: 1,
  };
}

/** Takes a task and its plan; gives its nodes and periods as they will be kept. */
export function milestoneRecords(
  task: Pick<TaskRecord, 'id' | 'startsOn'>,
  plan: Pick<TaskPlan, 'deadline' | 'nodes'>,
  year: number,
): MilestoneRecord[] {
  return milestonesOf(plan, year, task.startsOn).map((node) => milestoneFrom(task.id, node));
}

function milestoneFrom(taskId: string, planned: PlannedMilestone): MilestoneRecord {
  return {
    id: newId(),
    taskId,
    kind: planned.kind,
    period: planned.period,
    label: planned.label,
    startsOn: planned.startsOn,
    originalDueOn: planned.dueOn,
    dueOn: planned.dueOn,
    deadlineVersion: 0,
    doneOn: null,
    proof: '',
    version: 1,
  };
}
