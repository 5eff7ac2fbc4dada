import { taskLifecycle, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { AssignmentRecord } from '../assignment.store.js';
import type { DeadlineChangeRecord, ExtensionRecord } from '../extension.store.js';
import type { MilestoneRecord } from '../milestone.store.js';
import type { CellProblemResponse, TargetResponse } from '../present-cell.js';
import type { TaskBonds } from '../superior/task-bonds.js';
import type { TaskListRow } from '../task-list.store.js';
import type { TaskRecord } from '../task.store.js';
import type { Cadence } from './task-plan.js';
import {
  AssignmentResponse,
  DeadlineChangeResponse,
  DepartmentName,
  ExtensionResponse,
  MilestoneResponse,
  nameOf,
  presentAssignment,
  presentChange,
  presentExtension,
  presentMilestone,
  type DepartmentNames,
} from './present-task-parts.js';

/** 任务列表中的一项 */
export class TaskListItemResponse {
  id!: string;
  ledgerId!: string;
  number!: string;
  title!: string;
  /** 指标，自一级起以“ / ”相连 */
  indicator!: string;
  startsOn!: string;
  /** 原定时限 */
  originalDueOn!: string | null;
  /** 现行时限 */
  dueOn!: string | null;
  /** 办理周期 */
  cadence!: Cadence;
  state!: TaskState;
  stateLabel!: string;
  /** 第一牵头单位；拟办任务可能没有 */
  lead!: DepartmentName | null;
  version!: number;
}

/** 任务列表的一页 */
export class TaskPageResponse {
  items!: TaskListItemResponse[];
  next!: string | null;
}

/** 一项任务的全部内容 */
export class TaskResponse {
  id!: string;
  ledgerId!: string;
  number!: string;
  title!: string;
  /** 工作措施 */
  measures!: string;
  /** 指标，自一级起以“ / ”相连 */
  indicator!: string;
  /** 时限原文 */
  deadlineRaw!: string;
  startsOn!: string;
  /** 原定时限 */
  originalDueOn!: string | null;
  /** 现行时限 */
  dueOn!: string | null;
  /** 时限变更过几次 */
  deadlineVersion!: number;
  /** 办理周期 */
  cadence!: Cadence;
  /** 数量目标 */
  target!: TargetResponse | null;
  state!: TaskState;
  stateLabel!: string;
  /** 进入现状态的日期，立项前为空 */
  stateSince!: string;
  stateReason!: string;
  /** 最近一次交办日期 */
  assignedOn!: string | null;
  closedOn!: string | null;
  /** “等、有关部门”的名单尚待补充 */
  openEnded!: boolean;
  /** 并入的任务序号 */
  mergedInto!: string | null;
  /** 导入时尚未核实的问题 */
  problems!: CellProblemResponse[];
  assignments!: AssignmentResponse[];
  milestones!: MilestoneResponse[];
  /** 时限沿革，先后为序 */
  deadlineHistory!: DeadlineChangeResponse[];
  extensionRequests!: ExtensionResponse[];
  version!: number;
}

/** 拆分后的原任务，连同拆出的任务 */
export class SplitTaskResponse extends TaskResponse {
  /** 拆出的各项任务 */
  partIds!: string[];
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
  bonds: TaskBonds;
}

/** Takes a row of the list and the names; gives what goes out. */
export function presentTaskListItem(row: TaskListRow, names: DepartmentNames): TaskListItemResponse {
  const { id, ledgerId, number, title, startsOn, originalDueOn, dueOn, version } = row;
  const state = row.state as TaskState;
  return {
    id,
    ledgerId,
    number,
    title,
    indicator: row.indicatorPath ?? '',
    startsOn,
    originalDueOn,
    dueOn,
    cadence: row.cadence as Cadence,
    state,
    stateLabel: taskLifecycle.states[state],
    lead: row.leadId === null ? null : nameOf(row.leadId, names),
    version,
  };
}

/** Takes a task with its parts; gives what goes out: words beside codes, flags as booleans. */
export function presentTask(sheet: TaskSheet, names: DepartmentNames): TaskResponse {
  const { task } = sheet;
  const state = task.state as TaskState;
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
    cadence: task.cadence as Cadence,
    target: task.targetCount === null ? null : { value: task.targetCount, unit: task.targetUnit },
    state,
    stateLabel: taskLifecycle.states[state],
    stateSince: task.stateSince,
    stateReason: task.stateReason,
    assignedOn: task.assignedOn,
    closedOn: task.closedOn,
    openEnded: task.openEnded === 1,
    mergedInto: sheet.mergedInto,
    problems: JSON.parse(task.problems) as CellProblemResponse[],
    assignments: sheet.parts.map((part) => presentAssignment(part, names)),
    milestones: sheet.milestones.map(presentMilestone),
    deadlineHistory: sheet.changes.map(presentChange),
    extensionRequests: sheet.requests.map((request) => presentExtension(request, names)),
    version: task.version,
  };
}
