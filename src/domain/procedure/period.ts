import { addDays, daysBetween, type Day } from '../calendar/day.js';
import { rollForward } from '../calendar/legal-period.js';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Period } from './definition.js';

/** The end of a period as it is counted, and the working day it rolls to. */
export interface PeriodEnd {
  /** The first day on which the period has run; the first day is not counted (民法典第201条). */
  readonly raw: Day;
  /** The same, rolled off a rest day (民法典第203条); by analogy for 第713号, and never shorter. */
  readonly rolled: Day;
}

/** When a period that begins on a day has run. */
export function periodEnd(calendar: WorkingCalendar, from: Day, { count, unit }: Period): PeriodEnd {
  const raw = unit === 'WORKING' ? addWorkingDays(calendar, from, count).day : addDays(from, count);
  return { raw, rolled: rollForward(calendar, raw).day };
}

/** How much of a period lies between two days, in its own unit; negative when the second is earlier. */
export function periodRun(calendar: WorkingCalendar, from: Day, to: Day, unit: Period['unit']): number {
  return unit === 'WORKING' ? workingDaysBetween(calendar, from, to).count : daysBetween(from, to);
}

/** A period in words: 30 日, 7 个工作日. */
export function periodText({ count, unit }: Period): string {
  return unit === 'WORKING' ? `${count} 个工作日` : `${count} 日`;
}
