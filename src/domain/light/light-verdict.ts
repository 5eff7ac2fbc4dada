import type { DeadlineStanding, MilestoneStanding } from './deadline-standing.js';
import type { Light } from './light.js';
import type { Pace, Progress } from './pace.js';

/** The rule that gave a light; frozen with it, so a name once used keeps its meaning. */
export type LightRule =
  | 'CLOSED'
  | 'CLOSED_LATE'
  | 'SUSPENDED'
  | 'CANCELLED'
  | 'MERGED'
  | 'OVERDUE'
  | 'MILESTONE_OVERDUE'
  | 'FAR_BEHIND'
  | 'REPORTS_MISSED'
  | 'CLOSE_PENDING'
  | 'DUE_SOON'
  | 'MILESTONE_DUE_SOON'
  | 'BEHIND'
  | 'REPORT_MISSING'
  | 'REPORT_RETURNED'
  | 'UNDETERMINED'
  | 'ON_TRACK';

export const lightOfRule: Readonly<Record<LightRule, Light>> = {
  CLOSED: 'DONE',
  CLOSED_LATE: 'DONE',
  SUSPENDED: 'GREY',
  CANCELLED: 'GREY',
  MERGED: 'GREY',
  OVERDUE: 'RED',
  MILESTONE_OVERDUE: 'RED',
  FAR_BEHIND: 'RED',
  REPORTS_MISSED: 'RED',
  CLOSE_PENDING: 'YELLOW',
  DUE_SOON: 'YELLOW',
  MILESTONE_DUE_SOON: 'YELLOW',
  BEHIND: 'YELLOW',
  REPORT_MISSING: 'YELLOW',
  REPORT_RETURNED: 'YELLOW',
  UNDETERMINED: 'GREEN',
  ON_TRACK: 'GREEN',
};

/** A light with its reasons. Days are calendar days, progress percent with at most two decimals. */
export interface LightVerdict {
  readonly light: Light;
  readonly rule: LightRule;
  /** Chinese sentence with the dates, days and percentages the rule looked at. */
  readonly explanation: string;
  readonly pace: Pace;
  readonly timeProgress: number | null;
  readonly progress: number | null;
  /** Days past the present deadline, or past the worst node when that made the light red; else 0. */
  readonly overdueDays: number;
  /** Overdue days that ran before a late extension; they stay on the record. */
  readonly overdueDaysBefore: number;
  /** Days past the original deadline, extensions or not; for an open task only. */
  readonly originalOverdueDays: number;
  readonly closedLate: boolean;
}

/** What the rules look at, reckoned once. */
export interface LightGrounds {
  readonly deadline: DeadlineStanding;
  readonly milestone: MilestoneStanding | null;
  readonly progress: Progress;
}
