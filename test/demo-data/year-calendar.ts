import { readFileSync } from 'node:fs';
import { addDays, type Day } from '../../src/domain/calendar/day.js';
import { firstDayOf, lastDayOf } from '../../src/domain/calendar/month.js';
import { parseHolidayCsv } from '../../src/domain/calendar/parse-holiday-csv.js';
import { previousWorkingDay, workingCalendar } from '../../src/domain/calendar/working-calendar.js';

const holidays = readFileSync(new URL('../../config/calendar/2023.csv', import.meta.url), 'utf8');
/** The working calendar of 2023 as published. */
export const calendar = workingCalendar([parseHolidayCsv(holidays)]);

/** True when offices work on that day of 2023, make-up days included. */
export function isWorkingDay(day: Day): boolean {
  return calendar.isWorkingDay(day);
}

/** The working days of a month of 2023 (1–12), in order. */
export function workingDaysOf(month: number): Day[] {
  const text = monthText(month);
  const days: Day[] = [];
  for (let day = firstDayOf(text); day <= lastDayOf(text); day = addDays(day, 1))
    if (isWorkingDay(day)) days.push(day);
  return days;
}

/** The day on which reports of a month fall due: the 25th, else the working day before it (办内惯例). */
export function cutOffOf(month: number): Day {
  return previousWorkingDay(calendar, `${monthText(month)}-25`).day;
}

/** `2023-MM` of a month number 1–12. */
export function monthText(month: number): string {
  return `2023-${String(month).padStart(2, '0')}`;
}
