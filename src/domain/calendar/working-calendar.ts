import { addDays, isDay, weekdayOf, type Day } from './day.js';
import { firstDayOf, monthOf, type Month } from './month.js';

/** FINAL: the year's notice is published and entered. PROVISIONAL (暂定): nothing published yet, or not yet checked. */
export type CalendarStatus = 'FINAL' | 'PROVISIONAL';

/** A day on which the published arrangement says something: a holiday (放假) or a make-up working day (上班). */
export interface CalendarException {
  readonly day: Day;
  readonly isWorking: boolean;
  /** The holiday's name as published, e.g. 春节; a make-up day bears the name of the holiday it makes up for. */
  readonly name: string;
}

/** What was published for one year; a notice may also move the last days of the December before. */
export interface CalendarYear {
  readonly year: number;
  readonly status: CalendarStatus;
  /** Document number of the State Council office's notice, e.g. 国办发明电〔2024〕12号; null where not known. */
  readonly noticeNumber: string | null;
  readonly exceptions: readonly CalendarException[];
}

/** The working days of all years: published ones as published, every other year Monday–Friday and PROVISIONAL. */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  statusOf(day: Day): CalendarStatus;
  exceptionOn(day: Day): CalendarException | null;
}

/** A reckoned day; `status` is PROVISIONAL when any day that was counted on the way lies in a provisional year. */
export interface ReckonedDay {
  readonly day: Day;
  readonly status: CalendarStatus;
}

/** A number of working days; `status` as in `ReckonedDay`. */
export interface ReckonedCount {
  readonly count: number;
  readonly status: CalendarStatus;
}

// No holiday closes the offices for this long: a calendar in which it happens is broken data, not a long feast.
const LONGEST_CLOSURE = 60;

/** Builds the calendar; where two years speak of the same day, the later year's notice counts (it was published later). */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const ordered = [...years].sort((a, b) => a.year - b.year);
  const exceptions = new Map(ordered.flatMap((year) => year.exceptions.map((e) => [e.day, e] as const)));
  const final = new Set(ordered.filter((year) => year.status === 'FINAL').map((year) => year.year));
  return {
    isWorkingDay: (day) => exceptions.get(day)?.isWorking ?? weekdayOf(day) <= 5,
    statusOf: (day) => (final.has(Number(day.slice(0, 4))) ? 'FINAL' : 'PROVISIONAL'),
    exceptionOn: (day) => exceptions.get(day) ?? null,
  };
}

/**
 * The n-th working day after a day; the day itself is not counted (民法典第201条). A negative n goes back in the same
 * way, 0 gives the day itself. Example: 7 after 2023-04-24 is Saturday 2023-05-06, a make-up day.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): ReckonedDay {
  const known = reckoningsOf(calendar);
  const key = `${day} ${n}`;
  const before = known.get(key);
  if (before) return before;
  assertDay(day);
  if (!Number.isInteger(n)) throw new RangeError(`a number of working days is whole, not ${n}`);
  const step = n < 0 ? -1 : 1;
  const walk = new Walk(calendar, day);
  for (let left = Math.abs(n); left > 0; left -= 1) walk.toNextWorking(step);
  const result = walk.result();
  known.set(key, result);
  return result;
}

// The reminders of a month ask for the same few reply days thousands of times; a calendar never changes once built.
const RECKONINGS = new WeakMap<WorkingCalendar, Map<string, ReckonedDay>>();
const MOST_RECKONINGS = 1_000;

function reckoningsOf(calendar: WorkingCalendar): Map<string, ReckonedDay> {
  const known = RECKONINGS.get(calendar);
  if (known && known.size < MOST_RECKONINGS) return known;
  const fresh = new Map<string, ReckonedDay>();
  RECKONINGS.set(calendar, fresh);
  return fresh;
}

/** The day itself if it is a working day, else the last one before it (办内惯例：遇休息日提前). */
export function previousWorkingDay(calendar: WorkingCalendar, day: Day): ReckonedDay {
  return onOr(calendar, day, -1);
}

/** The day itself if it is a working day, else the first one after it (民法典第203条的顺延). */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): ReckonedDay {
  return onOr(calendar, day, 1);
}

/** The n-th (from 1) working day of a month; refuses (RangeError) an n the month does not have. */
export function nthWorkingDayOfMonth(calendar: WorkingCalendar, month: Month, n: number): ReckonedDay {
  const result = addWorkingDays(calendar, addDays(firstDayOf(month), -1), n);
  if (n < 1 || monthOf(result.day) !== month) throw new RangeError(`${month} has no working day number ${n}`);
  return { day: result.day, status: calendar.statusOf(result.day) };
}

/** Working days after `from` up to and including `to`: the n for which addWorkingDays(from, n) lands on `to`. Negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): ReckonedCount {
  assertDay(from);
  assertDay(to);
  if (to < from) {
    const back = workingDaysBetween(calendar, addDays(to, -1), addDays(from, -1));
    return { ...back, count: back.count === 0 ? 0 : -back.count };
  }
  let count = 0;
  let status = calendar.statusOf(to);
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
    status = worse(status, calendar.statusOf(day));
  }
  return { count, status };
}

/** All working days of a calendar year, e.g. 249 in 2023. */
export function workingDaysInYear(calendar: WorkingCalendar, year: number): ReckonedCount {
  return workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`);
}

function onOr(calendar: WorkingCalendar, day: Day, step: 1 | -1): ReckonedDay {
  assertDay(day);
  const walk = new Walk(calendar, day);
  if (!calendar.isWorkingDay(day)) walk.toNextWorking(step);
  return walk.result();
}

function worse(a: CalendarStatus, b: CalendarStatus): CalendarStatus {
  return a === 'PROVISIONAL' ? a : b;
}

function assertDay(day: Day): void {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
}

/** Walks day by day and remembers whether a provisional year was touched. */
class Walk {
  private status: CalendarStatus;

  constructor(
    private readonly calendar: WorkingCalendar,
    private day: Day,
  ) {
    this.status = calendar.statusOf(day);
  }

  toNextWorking(step: 1 | -1): void {
    for (let tries = 0; tries < LONGEST_CLOSURE; tries += 1) {
      this.day = addDays(this.day, step);
      this.status = worse(this.status, this.calendar.statusOf(this.day));
      if (this.calendar.isWorkingDay(this.day)) return;
    }
    throw new RangeError(`no working day within ${LONGEST_CLOSURE} days of ${this.day}`);
  }

  result(): ReckonedDay {
    return { day: this.day, status: this.status };
  }
}
