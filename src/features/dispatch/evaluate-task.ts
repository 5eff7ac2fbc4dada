import { daysBetween, type Day } from '../../domain/calendar/day.js';
import { decideLight } from '../../domain/light/decide-light.js';
import type { LightVerdict } from '../../domain/light/light-verdict.js';
import type { LightFacts, ReportStanding } from '../../domain/light/light-facts.js';
import type { LightThresholds } from '../../domain/light/light-thresholds.js';
import { standingOf, type TaskState } from '../../domain/task/task-lifecycle.js';
import type { AssignmentFacts, TaskFacts } from '../ledger/ledger.reader.js';
import type { ReportFacts, VerifiedFacts } from '../reporting/reporting.reader.js';
import type { OverdueSubject } from './flag.store.js';
import type { KeyedRow } from './snapshot-columns.js';

/** What is known about a page of tasks besides the tasks themselves; maps are by assignment id unless said. */
export interface PageFacts {
  today: Day;
  /** False until the month's cut-off has passed: a report that is not in yet is then not missing. */
  cutOffPassed: boolean;
  reports: ReadonlyMap<string, ReportFacts>;
  previousReports: ReadonlyMap<string, ReportFacts>;
  verified: ReadonlyMap<string, VerifiedFacts>;
  missed: ReadonlyMap<string, number>;
  /** Months in a row red up to the month before; by `taskId/departmentCode`. */
  redMonthsBefore: ReadonlyMap<string, number>;
  departments: ReadonlyMap<string, { code: string; name: string }>;
  thresholds: LightThresholds;
}

/** A task judged: the row of the task, then one row per department, and what of it is overdue. */
export interface EvaluatedTask {
  rows: KeyedRow[];
  overdue: OverdueSubject[];
}

/**
 * Judges one task on one day: pure. The task's light comes from its first lead and its own nodes; each department's
 * part has a light of its own and never changes the task's (design: 单位的灯不因他单位逾期变红).
 */
export function evaluateTask(task: TaskFacts, page: PageFacts): EvaluatedTask {
  const parts = task.assignments.filter((part) => part.state !== 'WITHDRAWN');
  const firstLead = parts.find((part) => part.isFirstLead) ?? parts[0];
  const taskVerdict = decideLight(factsOf(task, firstLead, page, true), page.thresholds);
  const rows = [rowOf(task, firstLead, taskVerdict, page, 'TASK')];
  for (const part of parts) {
    const verdict =
      part === firstLead ? taskVerdict : decideLight(factsOf(task, part, page, false), page.thresholds);
    rows.push(rowOf(task, part, verdict, page, part.role));
  }
  return { rows, overdue: overdueOf(task, taskVerdict, page.today) };
}

function factsOf(
  task: TaskFacts,
  part: AssignmentFacts | undefined,
  page: PageFacts,
  whole: boolean,
): LightFacts {
  const report = part && page.reports.get(part.id);
  const verified = part && page.verified.get(part.id);
  const standing = standingOf(task.state as TaskState) ?? 'OPEN';
  return {
    today: page.today,
    start: task.startsOn,
    due: task.dueOn,
    originalDue: task.originalDueOn,
    standing: !whole && standing === 'OPEN' && part?.state === 'DONE' ? 'CLOSED' : standing,
    cadence: cadenceOf(task),
    verifiedProgress: verified?.progress ?? null,
    claimedProgress: report?.claimedProgress ?? null,
    targetCount: task.targetCount,
    doneCount: verified?.count ?? null,
    thisMonthReport: reportStanding(report, page.cutOffPassed),
    previousMonthReport: reportStanding(part && page.previousReports.get(part.id), true),
    missedReportsInRow: (part && page.missed.get(part.id)) ?? 0,
    milestones: whole
      ? task.milestones.map((m) => ({ label: m.label, start: m.startsOn, due: m.dueOn, doneOn: m.doneOn }))
      : [],
    // What lies with the office is held against nobody: neither the lead nor its supports.
    closeRequestedOn: task.closeRequestedOn,
    daysInReview: task.daysInReview,
    overdueDaysBefore: whole ? task.overdueDaysBefore : 0,
  };
}

function cadenceOf(task: TaskFacts): LightFacts['cadence'] {
  if (task.deadlineKind === 'recurring') return 'RECURRING';
  return task.deadlineKind === 'ongoing' ? 'ONGOING' : 'FIXED';
}

/** Without a form nothing is owed; a draft past the cut-off is a missing report. */
function reportStanding(report: ReportFacts | undefined, cutOffPassed: boolean): ReportStanding {
  if (!report) return 'NOT_REQUIRED';
  if (report.state !== 'DRAFT') return report.state;
  return cutOffPassed ? 'MISSING' : 'NOT_DUE';
}

function rowOf(
  task: TaskFacts,
  part: AssignmentFacts | undefined,
  verdict: LightVerdict,
  page: PageFacts,
  role: KeyedRow['role'],
): KeyedRow {
  const department = part && page.departments.get(part.departmentId);
  const report = part && page.reports.get(part.id);
  const verified = part && page.verified.get(part.id);
  const code = role === 'TASK' ? '' : (department?.code ?? '');
  const redBefore = page.redMonthsBefore.get(`${task.id}/${code}`) ?? 0;
  return {
    taskId: task.id,
    departmentCode: code,
    sortKey: task.sortKey,
    number: task.number,
    title: task.title,
    indicator: task.indicatorPath,
    departmentName: department?.name ?? '',
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
    verifiedProgress: verified?.progress ?? null,
    claimedProgress: report?.claimedProgress ?? null,
    pace: verdict.pace,
    count: verified?.count ?? null,
    targetCount: task.targetCount,
    targetUnit: task.targetUnit,
    reportState: reportStateOf(report, page.cutOffPassed),
    reportIsLate: report?.isLate ? 1 : 0,
    reportText: report?.text ?? '',
    problems: report?.problems ?? '',
    nextStep: report?.nextStep ?? '',
    redMonths: verdict.light === 'RED' ? redBefore + 1 : 0,
    extensions: task.extensions,
    beforeMeeting: task.lastChange?.beforeMeeting ? 1 : 0,
  };
}

function reportStateOf(report: ReportFacts | undefined, cutOffPassed: boolean): string {
  const standing = reportStanding(report, cutOffPassed);
  return standing === 'NOT_DUE' ? 'DRAFT' : standing;
}

/** The task itself past its day, and every open node past its own; each gets a flag per deadline version. */
function overdueOf(task: TaskFacts, verdict: LightVerdict, today: Day): OverdueSubject[] {
  if (standingOf(task.state as TaskState) !== 'OPEN') return [];
  const own: OverdueSubject[] =
    verdict.rule === 'OVERDUE' && task.dueOn !== null
      ? [subject(task.id, '', task.deadlineVersion, task.dueOn, verdict.overdueDays)]
      : [];
  const nodes = task.milestones
    .filter((node) => node.doneOn === null && node.dueOn < today)
    .map((node) =>
      subject(task.id, node.id, node.deadlineVersion, node.dueOn, daysBetween(node.dueOn, today)),
    );
  return [...own, ...nodes];
}

function subject(
  taskId: string,
  milestoneId: string,
  deadlineVersion: number,
  dueOn: Day,
  overdueDays: number,
): OverdueSubject {
  return { taskId, milestoneId, deadlineVersion, dueOn, overdueDays };
}
