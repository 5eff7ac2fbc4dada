import { addDays, dayOf, daysBetween, daysInMonth, weekdayOf, type Day } from '../calendar/day.js';
import { addToMonth, firstDayOf, lastDayOf, type Month } from '../calendar/month.js';
import type { Deadline, Frequency } from './deadline.js';

/** One period of a recurring deadline: `2023-06`, `2023Q2`, `2023H1`, `2023`, `2023-W07`, `2023-06-01`. */
export interface OccurrencePeriod {
  readonly period: string;
  readonly start: Day;
  readonly due: Day;
}

const MONTHS: Readonly<Partial<Record<Frequency, number>>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
};

/**
 * The periods of a recurring deadline whose due day lies in the plan year, in order; empty for other kinds. A date the
 * month does not have falls on its last day (the phrase carries that remark); a week without a weekday is due on its
 * Sunday; weeks are ISO weeks, so the first or last may begin outside the year.
 */
export function occurrencesOf(deadline: Deadline, planYear: number): OccurrencePeriod[] {
  if (deadline.kind !== 'recurring' || deadline.freq === undefined) return [];
  if (deadline.freq === 'daily') return daysOf(planYear);
  if (deadline.freq === 'weekly') return weeksOf(planYear, deadline.byWeekday ?? 7);
  const months = MONTHS[deadline.freq] ?? 12;
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = addToMonth(`${planYear}-01`, index * months);
    const last = addToMonth(first, months - 1);
    return {
      period: nameOf(deadline.freq, planYear, index),
      start: firstDayOf(first),
      due: dueIn(first, last, deadline),
    };
  });
}

function nameOf(freq: Frequency | undefined, year: number, index: number): string {
  if (freq === 'monthly') return `${year}-${String(index + 1).padStart(2, '0')}`;
  if (freq === 'quarterly') return `${year}Q${index + 1}`;
  return freq === 'semiannual' ? `${year}H${index + 1}` : String(year);
}

function dueIn(first: Month, last: Month, deadline: Deadline): Day {
  if (deadline.freq === 'annual') return deadline.due ?? lastDayOf(last);
  const month = deadline.byMonth === undefined ? last : addToMonth(first, deadline.byMonth - 1);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  if (typeof deadline.byDay !== 'number') return lastDayOf(month);
  return dayOf(year, number, Math.min(deadline.byDay, daysInMonth(year, number))) ?? lastDayOf(month);
}

function daysOf(year: number): OccurrencePeriod[] {
  const first = `${year}-01-01`;
  const length = daysBetween(first, `${year + 1}-01-01`);
  return Array.from({ length }, (_, index) => {
    const day = addDays(first, index);
    return { period: day, start: day, due: day };
  });
}

function weeksOf(year: number, weekday: number): OccurrencePeriod[] {
  const weeks: OccurrencePeriod[] = [];
  const newYear = `${year}-01-01`;
  for (let start = addDays(newYear, 1 - weekdayOf(newYear)); ; start = addDays(start, 7)) {
    const due = addDays(start, weekday - 1);
    if (due > `${year}-12-31`) return weeks;
    if (due >= newYear) weeks.push({ period: weekName(start), start, due });
  }
}

/** ISO 8601: a week belongs to the year its Thursday lies in. */
function weekName(monday: Day): string {
  const year = addDays(monday, 3).slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, addDays(monday, 3)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
