import { daysInMonth, type Day } from './day.js';

/** A calendar month as text `YYYY-MM`; compares correctly with `<` and `>`. */
export type Month = string;

/** True for `2023-01` … `2023-12`, not for `2023-13` or `2023-1`. */
export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** First day of a month. */
export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

/** Last calendar day of a month. */
export function lastDayOf(month: Month): Day {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** The month `n` months later (negative: earlier). */
export function addToMonth(month: Month, n: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + n;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** All months from one to another, both included; empty when `to` is earlier. */
export function monthsFromTo(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
}
