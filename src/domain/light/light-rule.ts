import type { DeadlineStanding, MilestoneStanding } from './deadline-standing.js';
import type { Light } from './light.js';
import type { Progress } from './pace.js';

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

/** What the rules look at, reckoned once. */
export interface LightGrounds {
  readonly deadline: DeadlineStanding;
  readonly milestone: MilestoneStanding | null;
  readonly progress: Progress;
}
