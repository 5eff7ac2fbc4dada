import { addDays, weekdayOf } from '../../domain/calendar/day.js';
import { firstDayOf, lastDayOf, type Month } from '../../domain/calendar/month.js';
import type { CalendarStatus, ReckonedDay, WorkingCalendar } from '../../domain/calendar/working-calendar.js';
import type { CalendarWarning } from './calendar-outlook.js';
import type { YearView } from './calendar-view.service.js';
import type { YearRecord } from './calendar.store.js';

/** A day a notice speaks of. */
export class NoticeDayResponse {
  day!: string;
  kind!: '放假' | '上班';
  name!: string;
}

/** A year of the calendar as it goes out. */
export class CalendarYearResponse {
  year!: number;
  /** FINAL 正式 · PROVISIONAL 暂定 */
  status!: CalendarStatus;
  noticeNumber!: string;
  importedOn!: string | null;
  version!: number;
}

/** A year with its days. */
export class CalendarYearDetailResponse extends CalendarYearResponse {
  workingDays!: number;
  days!: NoticeDayResponse[];
}

/** A year that still has to be imported or confirmed. */
export class CalendarWarningResponse {
  year!: number;
  /** MISSING 尚未导入 · PROVISIONAL 暂定 */
  kind!: 'MISSING' | 'PROVISIONAL';
  text!: string;
}

/** All years and what is still to be done. */
export class CalendarOutlookResponse {
  /** 由近到远 */
  years!: CalendarYearResponse[];
  warnings!: CalendarWarningResponse[];
}

/** A day of a month. */
export class CalendarDayResponse {
  day!: string;
  /** 星期一为 1 */
  weekday!: number;
  isWorking!: boolean;
  kind!: '工作日' | '周末' | '放假' | '上班';
  name!: string;
}

/** A month, every day. */
export class CalendarMonthResponse {
  month!: string;
  status!: CalendarStatus;
  days!: CalendarDayResponse[];
}

/** What a notice says of a day, in an import. */
export class DayWordResponse {
  kind!: string;
  name!: string;
}

/** A day that an import changes. */
export class ChangedDayResponse {
  day!: string;
  was!: DayWordResponse | null;
  now!: DayWordResponse | null;
}

/** What an import changes, or would change. */
export class NoticeOutcomeResponse {
  year!: number;
  status!: CalendarStatus;
  noticeNumber!: string;
  changes!: ChangedDayResponse[];
  version!: number;
}

export function presentYear({
  year,
  status,
  noticeNumber,
  importedOn,
  version,
}: YearRecord): CalendarYearResponse {
  return { year, status, noticeNumber, importedOn, version };
}

export function presentYearDetail({ record, exceptions, workingDays }: YearView): CalendarYearDetailResponse {
  const days = exceptions.map(({ day, isWorking, name }): NoticeDayResponse => ({
    day,
    kind: isWorking ? '上班' : '放假',
    name,
  }));
  return { ...presentYear(record), workingDays, days };
}

export function presentOutlook(outlook: {
  years: YearRecord[];
  warnings: CalendarWarning[];
}): CalendarOutlookResponse {
  return { years: outlook.years.map(presentYear), warnings: outlook.warnings };
}

/** Every day of a month with its kind. */
export function presentMonth(month: Month, calendar: WorkingCalendar): CalendarMonthResponse {
  const days: CalendarDayResponse[] = [];
  for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1)) {
    const exception = calendar.exceptionOn(day);
    const weekday = weekdayOf(day);
    const ordinary = weekday <= 5 ? '工作日' : '周末';
    const kind = exception ? (exception.isWorking ? '上班' : '放假') : ordinary;
    days.push({ day, weekday, isWorking: calendar.isWorkingDay(day), kind, name: exception?.name ?? '' });
  }
  return { month, status: calendar.statusOf(firstDayOf(month)), days };
}

/** The last day of a period. */
export class PeriodResponse {
  day!: string;
  /** PROVISIONAL 时，所涉年度的放假安排尚未公布，结果为暂定 */
  status!: CalendarStatus;
}

export function presentPeriod({ day, status }: ReckonedDay): PeriodResponse {
  return { day, status };
}
