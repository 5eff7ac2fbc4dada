import type { Day } from '../calendar/day.js';

/** 月报情况. NOT_DUE: the cut-off has not passed yet; NOT_REQUIRED: no report is asked for (e.g. before the first round). */
export type ReportStanding = 'NOT_REQUIRED' | 'NOT_DUE' | 'MISSING' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

/** A node of a task, or one period of a recurring task. */
export interface MilestoneFacts {
  readonly label: string;
  /** A period counts from this day on; null or absent: it counts at once. */
  readonly start?: Day | null;
  readonly due: Day;
  readonly doneOn: Day | null;
}

/**
 * Everything a light depends on, as plain data, for one task or one assignment.
 * A task is judged with its first lead's assignment and its own milestones; a support with its own assignment and no
 * milestones, so that neither turns red for the other.
 */
export interface LightFacts {
  readonly today: Day;
  /** The phrase's start, else the ledger's issue date. */
  readonly start: Day;
  /** The present deadline, extensions included; null: 时限待定, no date rule applies. */
  readonly due: Day | null;
  readonly originalDue: Day | null;
  readonly standing: 'OPEN' | 'CLOSED' | 'SUSPENDED' | 'CANCELLED' | 'MERGED';
  /** FIXED: a due day; ONGOING: 全年/长期; RECURRING: judged by its periods. */
  readonly cadence: 'FIXED' | 'ONGOING' | 'RECURRING';
  /** Last verified progress, 0–100; null: none verified yet, counts as 0. */
  readonly verifiedProgress: number | null;
  /** What the unit itself claims, 0–100; shown, never judged. */
  readonly claimedProgress: number | null;
  readonly targetCount: number | null;
  /** Verified count towards the target. */
  readonly doneCount: number | null;
  readonly thisMonthReport: ReportStanding;
  readonly previousMonthReport: ReportStanding;
  /** Months in a row, up to the last cut-off, without a report. */
  readonly missedReportsInRow: number;
  readonly milestones: readonly MilestoneFacts[];
  /** Day of the close-out request that is pending or, for a closed task, that led to closing. */
  readonly closeRequestedOn: Day | null;
  /** Days that requests made in time lay in review before they were returned. */
  readonly daysInReview: number;
  /** Overdue days that had run before an extension asked for after the deadline was approved. */
  readonly overdueDaysBefore: number;
}
