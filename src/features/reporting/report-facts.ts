import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';

/** A department's report of one month as other features see it, as it stood on a given day. */
export interface ReportFacts {
  assignmentId: string;
  taskId: string;
  departmentId: string;
  /** DRAFT also stands for a report that was submitted only after the day asked about. */
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  /** Percent, by the department. */
  claimedProgress: number | null;
  /** Percent, by the office. */
  verifiedProgress: number | null;
  count: number | null;
  text: string;
  problems: string;
  nextStep: string;
  isLate: boolean;
  /** Day of the submission the facts come from. */
  submittedOn: Day | null;
  timesReturned: number;
}

/** The last verified figures of a part. */
export interface VerifiedFacts {
  /** Percent. */
  progress: number;
  /** Verified count towards the target, from the newest accepted report that names one. */
  count: number | null;
  month: Month;
}

/** How many reports of a month are in which state. */
export type ReportStateCounts = Readonly<Record<ReportFacts['state'], number>>;

/** A report that is owed and was never submitted. */
export interface MissingReport {
  reportId: string;
  assignmentId: string;
  departmentId: string;
  taskId: string;
  taskNumber: string;
  title: string;
}

/** The latest request to close a task. */
export interface CloseRequestFacts {
  taskId: string;
  state: 'SUBMITTED' | 'VERIFIED' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
  requestedOn: Day;
  decidedOn: Day | null;
}
