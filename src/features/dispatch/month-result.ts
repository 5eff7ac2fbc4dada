import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { OverdueLine, SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';

/** What `dispatch run` answers. */
export interface MonthResult extends SnapshotTotals {
  month: Month;
  asOf: Day;
  overdue: OverdueLine[];
  flags: { raised: number; cleared: number };
  reminders: { created: number; existing: number };
  snapshotSha256: string;
  alreadyDone: boolean;
}

/** What a finished freeze slot keeps. */
export type FreezeResult = Pick<MonthResult, 'flags' | 'reminders' | 'snapshotSha256'> & {
  totals: SnapshotTotals;
};
