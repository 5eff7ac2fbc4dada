import { daysBetween, type Day } from '../../../domain/calendar/day.js';
import { decideLight, type LightVerdict } from '../../../domain/light/decide-light.js';
import type { LightFacts } from '../../../domain/light/light-facts.js';
import { standingOf, type TaskState } from '../../../domain/task/task-lifecycle.js';
import type { TaskFacts } from '../../ledger/ledger.reader.js';
import type { OverdueSubject } from '../snapshot/flag.store.js';
import { partFacts, type PageFacts, type PartFacts } from './part-facts.js';
import type { KeyedRow } from '../snapshot/snapshot-columns.js';

/** A task judged: the row of the task, then one row per department, and what of it is overdue. */
export interface EvaluatedTask {
  rows: KeyedRow[];
  overdue: OverdueSubject[];
}

/**
 * Judges one task on one day: pure. The task's light comes from its first lead and its own nodes; each department's
 * part has a light of its own and never changes the task's (单位的灯不因他单位逾期变红).
 */
export function evaluateTask(task: TaskFacts, page: PageFacts): EvaluatedTask {
  const parts = task.assignments.filter((part) => part.state !== 'WITHDRAWN');
  const firstLead = parts.find((part) => part.isFirstLead) ?? parts[0];
  const lead = partFacts(firstLead, page);
  const taskVerdict = decideLight(factsOf(task, lead, page, true), page.thresholds);
  const rows = [rowOf(task, lead, taskVerdict, page, 'TASK')];
  for (const assignment of parts) {
    const isLead = assignment === firstLead;
    const part = isLead ? lead : partFacts(assignment, page);
    const verdict = isLead ? taskVerdict : decideLight(factsOf(task, part, page, false), page.thresholds);
    rows.push(rowOf(task, part, verdict, page, assignment.role));
  }
  return { rows: rows.sort(byDepartmentCode), overdue: overdueOf(task, taskVerdict, page.today) };
}

/** The task first, then its departments by code: the order rows are read back in, so the hash can be reckoned again. */
function byDepartmentCode(a: KeyedRow, b: KeyedRow): number {
  return a.departmentCode < b.departmentCode ? -1 : Number(a.departmentCode > b.departmentCode);
}

function factsOf(task: TaskFacts, part: PartFacts, page: PageFacts, whole: boolean): LightFacts {
  const standing = standingOf(task.state as TaskState) ?? 'OPEN';
  return {
    today: page.today,
    start: task.startsOn,
    due: task.dueOn,
    originalDue: task.originalDueOn,
    standing: !whole && standing === 'OPEN' && part.isDone ? 'CLOSED' : standing,
    cadence: cadenceOf(task),
    verifiedProgress: part.verifiedProgress,
    claimedProgress: part.report.claimedProgress,
    targetCount: task.targetCount,
    doneCount: part.count,
    thisMonthReport: part.reportStanding,
    previousMonthReport: part.previousReportStanding,
    missedReportsInRow: part.missed,
    milestones: whole ? task.milestones.map(nodeOf) : [],
    // What lies with the office is held against nobody: neither the lead nor its supports.
    closeRequestedOn: task.closeRequestedOn,
    daysInReview: task.daysInReview,
    overdueDaysBefore: whole ? task.overdueDaysBefore : 0,
  };
}

function nodeOf(node: TaskFacts['milestones'][number]): LightFacts['milestones'][number] {
  return { label: node.label, start: node.startsOn, due: node.dueOn, doneOn: node.doneOn };
}

function cadenceOf(task: TaskFacts): LightFacts['cadence'] {
  if (task.deadlineKind === 'recurring') return 'RECURRING';
  return task.deadlineKind === 'ongoing' ? 'ONGOING' : 'FIXED';
}

function rowOf(
  task: TaskFacts,
  part: PartFacts,
  verdict: LightVerdict,
  page: PageFacts,
  role: KeyedRow['role'],
): KeyedRow {
  const code = role === 'TASK' ? '' : part.department.code;
  const { report } = part;
  return {
    taskId: task.id,
    departmentCode: code,
    sortKey: task.sortKey,
    number: task.number,
    title: task.title,
    indicator: task.indicatorPath,
    departmentName: part.department.name,
    role,
    light: verdict.light,
    rule: verdict.rule,
    explanation: verdict.explanation,
    startsOn: task.startsOn,
    originalDueOn: task.originalDueOn,
    dueOn: task.dueOn,
    deadlineVersion: task.deadlineVersion,
    overdueDays: verdict.overdueDays,
    timeProgress: verdict.timeProgress,
    verifiedProgress: part.verifiedProgress,
    claimedProgress: report.claimedProgress,
    pace: verdict.pace,
    count: part.count,
    targetCount: task.targetCount,
    targetUnit: task.targetUnit,
    reportState: part.reportStanding === 'NOT_DUE' ? 'DRAFT' : part.reportStanding,
    reportIsLate: report.isLate ? 1 : 0,
    reportText: report.text,
    problems: report.problems,
    nextStep: report.nextStep,
    redMonths: verdict.light === 'RED' ? redMonthsBefore(page, task.id, code) + 1 : 0,
    extensions: task.extensions,
    evidence: JSON.stringify(role === 'TASK' ? (page.evidence.get(`${task.id}/`) ?? []) : part.evidence),
    beforeMeeting: task.lastChange?.beforeMeeting ? 1 : 0,
  };
}

function redMonthsBefore(page: PageFacts, taskId: string, code: string): number {
  return page.redMonthsBefore.get(`${taskId}/${code}`) ?? 0;
}

/** The task itself past its day, and every open node past its own; each gets a flag per deadline version. */
function overdueOf(task: TaskFacts, verdict: LightVerdict, today: Day): OverdueSubject[] {
  if (standingOf(task.state as TaskState) !== 'OPEN') return [];
  const own: OverdueSubject[] =
    verdict.rule === 'OVERDUE' && task.dueOn !== null
      ? [{ ...flagOf(task.id, '', task.deadlineVersion, task.dueOn), overdueDays: verdict.overdueDays }]
      : [];
  const nodes = task.milestones
    .filter((node) => node.doneOn === null && node.dueOn < today)
    .map((node) => ({
      ...flagOf(task.id, node.id, node.deadlineVersion, node.dueOn),
      overdueDays: daysBetween(node.dueOn, today),
    }));
  return [...own, ...nodes];
}

function flagOf(taskId: string, milestoneId: string, deadlineVersion: number, dueOn: Day) {
  return { taskId, milestoneId, deadlineVersion, dueOn };
}
