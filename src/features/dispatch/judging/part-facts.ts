import type { Day } from '../../../domain/calendar/day.js';
import type { ReportStanding } from '../../../domain/light/light-facts.js';
import type { LightThresholds } from '../../../domain/light/light-thresholds.js';
import type { AssignmentFacts } from '../../ledger/ledger.reader.js';
import type { ReportFacts, VerifiedFacts } from '../../reporting/reporting.reader.js';

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
  /** Hashes that stood, in text order, by `taskId/departmentId`; by `taskId/` for the whole task. */
  evidence: ReadonlyMap<string, readonly string[]>;
  departments: ReadonlyMap<string, { code: string; name: string }>;
  thresholds: LightThresholds;
}

/** One department's part in a task with everything known of it; what is not known stands as nothing, not as absent. */
export interface PartFacts {
  department: { code: string; name: string };
  isDone: boolean;
  report: Pick<ReportFacts, 'claimedProgress' | 'text' | 'problems' | 'nextStep' | 'isLate'>;
  reportStanding: ReportStanding;
  previousReportStanding: ReportStanding;
  verifiedProgress: number | null;
  count: number | null;
  missed: number;
  evidence: readonly string[];
}

const NO_REPORT = { claimedProgress: null, text: '', problems: '', nextStep: '', isLate: false };
const NOT_VERIFIED = { progress: null, count: null };
const NOBODY: PartFacts = {
  department: { code: '', name: '' },
  isDone: false,
  report: NO_REPORT,
  reportStanding: 'NOT_REQUIRED',
  previousReportStanding: 'NOT_REQUIRED',
  verifiedProgress: null,
  count: null,
  missed: 0,
  evidence: [],
};

/** Gathers what a page knows of a part; a task without any department has nobody's. */
export function partFacts(part: AssignmentFacts | undefined, page: PageFacts): PartFacts {
  if (!part) return NOBODY;
  const report = page.reports.get(part.id);
  const verified = page.verified.get(part.id) ?? NOT_VERIFIED;
  return {
    department: page.departments.get(part.departmentId) ?? NOBODY.department,
    isDone: part.state === 'DONE',
    report: report ?? NO_REPORT,
    reportStanding: reportStanding(report, page.cutOffPassed),
    previousReportStanding: reportStanding(page.previousReports.get(part.id), true),
    verifiedProgress: verified.progress,
    count: verified.count,
    missed: page.missed.get(part.id) ?? 0,
    evidence: page.evidence.get(`${part.taskId}/${part.departmentId}`) ?? [],
  };
}

/** Without a form nothing is owed; a draft past the cut-off is a missing report. */
function reportStanding(report: ReportFacts | undefined, cutOffPassed: boolean): ReportStanding {
  if (!report) return 'NOT_REQUIRED';
  if (report.state !== 'DRAFT') return report.state;
  return cutOffPassed ? 'MISSING' : 'NOT_DUE';
}
