import { addDays, addMonths, daysBetween, type Day } from './day.js';
import { nextWorkingDay, type ReckonedDay, type WorkingCalendar } from './working-calendar.js';

/**
 * Legal periods are another calendar than the office's own deadlines: they roll over rest days, a ledger deadline does
 * not. Rolling never shortens a period, so applying it where a statute is silent is safe.
 */

/** The end of a legal period that falls on a rest day is the next working day. Source: 民法典第203条. */
export function rollForward(calendar: WorkingCalendar, day: Day): ReckonedDay {
  return nextWorkingDay(calendar, day);
}

/** End of a period of n calendar days; the first day is not counted, the end rolls. Source: 民法典第201、203条. */
export function addLegalDays(calendar: WorkingCalendar, day: Day, n: number): ReckonedDay {
  return rollForward(calendar, addDays(day, n));
}

/** End of a period of n months: the corresponding date or the month's last day; the end rolls. Source: 民法典第202、203条. */
export function addLegalMonths(calendar: WorkingCalendar, day: Day, n: number): ReckonedDay {
  return rollForward(calendar, addMonths(day, n));
}

/** Whether a minimum period and how much of it has run. */
export interface MinimumPeriodCheck {
  readonly met: boolean;
  /** Calendar days run: end − start, the first day not counted. */
  readonly days: number;
  /** First day on which the minimum is met. */
  readonly earliestEnd: Day;
}

/**
 * Checks "not less than n days" (calendar days): end − start ≥ n, the number itself included.
 * Source: 民法典第201、1259条; e.g. 重大行政决策程序暂行条例第15条, 公开征求意见一般不少于30日.
 */
export function checkMinimumPeriod(start: Day, end: Day, n: number): MinimumPeriodCheck {
  const days = daysBetween(start, end);
  return { met: days >= n, days, earliestEnd: addDays(start, n) };
}
