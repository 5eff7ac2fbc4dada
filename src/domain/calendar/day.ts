import { Temporal } from 'temporal-polyfill';

/** A calendar date of the office's zone as text `YYYY-MM-DD`; compares correctly with `<` and `>`. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** True for a date that exists; `2023-02-29` and `2023-2-3` are not days. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const [year, month, date] = partsOf(text);
  return date >= 1 && month >= 1 && month <= 12 && date <= daysInMonth(year, month);
}

/** Takes year, month 1–12 and date 1–31; gives the day, or null where the calendar has no such date. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const text = textOf(year, month, date);
  return isDay(text) ? text : null;
}

/** Gives [year, month 1–12, date 1–31] of a day. */
export function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/**
 * Adds whole calendar days (negative goes back). Refuses (RangeError) what is not a day and years outside 0000–9999.
 * Month by month and without a date library, since a month's reminders ask it a million times.
 */
export function addDays(day: Day, n: number): Day {
  if (!isDay(day) || !Number.isInteger(n)) throw new RangeError(`cannot add ${n} days to ${day}`);
  let [year, month, date] = partsOf(day);
  date += n;
  while (date < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    date += daysInMonth(year, month);
  }
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  if (year < 0 || year > 9999) throw new RangeError(`${n} days from ${day} is outside the calendar`);
  return textOf(year, month, date);
}

/**
 * Adds calendar months; where the corresponding date does not exist the month's last day is taken.
 * Source: 民法典第202条.
 */
export function addMonths(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ months: n }).toString();
}

/** Calendar days from one day to another: positive when `to` is later. Plain arithmetic, since every light asks it. */
export function daysBetween(from: Day, to: Day): number {
  return ordinal(to) - ordinal(from);
}

/** ISO day of week: Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((ordinal(day) + 3) % 7) + 7) % 7) + 1;
}

/** Number of dates in a month (month 1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function ordinal(day: Day): number {
  const [year, month, date] = partsOf(day);
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

function textOf(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
