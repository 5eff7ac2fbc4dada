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
  submittedOn: Day | null;
}

/** The last verified figures of a part. */
export interface VerifiedFacts {
  /** Percent. */
  progress: number;
  /** Verified count towards the target, from the newest accepted report that names one. */
  count: number | null;
  month: Month;
}
