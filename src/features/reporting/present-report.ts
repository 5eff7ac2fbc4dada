import {
  progressReportLifecycle,
  type ProgressReportState,
} from '../../domain/task/progress-report-lifecycle.js';
import type { MissingReport } from './report-facts.js';
import type { VersionRecord } from './report-version.store.js';
import type { ReportRecord } from './report.store.js';

/** A department as it is named. */
export class DepartmentName {
  code!: string;
  name!: string;
}

/** 一份佐证材料的名称 */
export class EvidenceName {
  id!: string;
  name!: string;
}

/** 月报 */
export class ReportResponse {
  id!: string;
  ledgerId!: string;
  month!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  assignmentId!: string;
  department!: DepartmentName;
  state!: ProgressReportState;
  stateLabel!: string;
  /** 自报进度，% */
  claimedProgress!: number | null;
  /** 核定进度，% */
  verifiedProgress!: number | null;
  /** 累计完成数 */
  count!: number | null;
  text!: string;
  problems!: string;
  nextStep!: string;
  /** 佐证材料 */
  evidence!: EvidenceName[];
  submittedOn!: string | null;
  /** 逾期报送 */
  isLate!: boolean;
  timesReturned!: number;
  returnedReason!: string;
  reviewedOn!: string | null;
  reviewedBy!: string | null;
  version!: number;
}

/** 月报历次报送 */
export class SubmissionResponse {
  ordinal!: number;
  claimedProgress!: number | null;
  count!: number | null;
  text!: string;
  problems!: string;
  nextStep!: string;
  evidence!: EvidenceName[];
  submittedOn!: string;
  submittedAt!: number;
  submittedBy!: string;
  /** 报送后尚未审核的为 SUBMITTED */
  outcome!: Exclude<ProgressReportState, 'DRAFT'>;
  outcomeReason!: string;
  outcomeOn!: string | null;
  outcomeBy!: string | null;
  verifiedProgress!: number | null;
}

/** 月报及其历次报送 */
export class ReportSheetResponse extends ReportResponse {
  submissions!: SubmissionResponse[];
}

/** 应报未报 */
export class MissingResponse {
  reportId!: string;
  assignmentId!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  department!: DepartmentName;
}

/** 月报列表 */
export class ReportPageResponse {
  items!: ReportResponse[];
  next!: string | null;
}

/** 应报未报列表 */
export class MissingPageResponse {
  items!: MissingResponse[];
  next!: string | null;
}

/** 一并报送的月报 */
export class SubmittedResponse {
  items!: ReportResponse[];
}

const UNKNOWN: DepartmentName = { code: '', name: '' };

/** Takes a report and what its task and department are called; gives what goes out. */
export function presentReport(
  report: ReportRecord,
  task: { number: string; title: string } | undefined,
  evidence: EvidenceName[],
  department: DepartmentName = UNKNOWN,
): ReportResponse {
  const state = report.state as ProgressReportState;
  return {
    id: report.id,
    ledgerId: report.ledgerId,
    month: report.month,
    taskId: report.taskId,
    taskNumber: task?.number ?? '',
    taskTitle: task?.title ?? '',
    assignmentId: report.assignmentId,
    department,
    state,
    stateLabel: progressReportLifecycle.states[state],
    claimedProgress: report.claimedProgress,
    verifiedProgress: report.verifiedProgress,
    count: report.count,
    text: report.text,
    problems: report.problems,
    nextStep: report.nextStep,
    evidence,
    submittedOn: report.submittedOn,
    isLate: report.isLate === 1,
    timesReturned: report.timesReturned,
    returnedReason: report.returnedReason,
    reviewedOn: report.reviewedOn,
    reviewedBy: report.reviewedBy,
    version: report.version,
  };
}

/** Takes a presented report and its submissions; gives both as one sheet. */
export function presentReportSheet(
  report: ReportResponse,
  submissions: readonly VersionRecord[],
  evidenceOf: (version: VersionRecord) => EvidenceName[],
): ReportSheetResponse {
  return { ...report, submissions: submissions.map((each) => presentSubmission(each, evidenceOf(each))) };
}

/** Takes a missing report and the departments' names; gives what goes out. */
export function presentMissing(
  missing: MissingReport,
  departments: ReadonlyMap<string, DepartmentName>,
): MissingResponse {
  const { reportId, assignmentId, taskId, taskNumber, title, departmentId } = missing;
  const department = departments.get(departmentId) ?? UNKNOWN;
  return { reportId, assignmentId, taskId, taskNumber, taskTitle: title, department };
}

function presentSubmission(version: VersionRecord, evidence: EvidenceName[]): SubmissionResponse {
  return {
    ordinal: version.ordinal,
    claimedProgress: version.claimedProgress,
    count: version.count,
    text: version.text,
    problems: version.problems,
    nextStep: version.nextStep,
    evidence,
    submittedOn: version.submittedOn,
    submittedAt: version.submittedAt,
    submittedBy: version.submittedBy,
    outcome: version.outcome as SubmissionResponse['outcome'],
    outcomeReason: version.outcomeReason,
    outcomeOn: version.outcomeOn,
    outcomeBy: version.outcomeBy,
    verifiedProgress: version.verifiedProgress,
  };
}
