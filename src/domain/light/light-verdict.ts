import type { LightRule } from './light-rule.js';
import type { Light } from './light.js';
import type { Pace } from './pace.js';

/** A light with its reasons. Days are calendar days, progress whole percent. */
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
