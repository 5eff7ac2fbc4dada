import type { Day } from '../../../domain/calendar/day.js';
import type { Month } from '../../../domain/calendar/month.js';
import type { LightThresholds } from '../../../domain/light/light-thresholds.js';

/** What does not change from page to page of one month. */
export interface MonthGround {
  ledgerId: string;
  month: Month;
  /** The day the month is judged by. */
  today: Day;
  cutOffPassed: boolean;
  /** The month whose report was the last to be due. */
  lastDueMonth: Month;
  previousRoundId: string | null;
  departments: ReadonlyMap<string, { code: string; name: string }>;
  thresholds: LightThresholds;
}
