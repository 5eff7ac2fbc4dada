import { daysInMonth, type Day } from '../calendar/day.js';
import { addToMonth, firstDayOf, lastDayOf, monthOf, type Month } from '../calendar/month.js';
import {
  addWorkingDays,
  nthWorkingDayOfMonth,
  previousWorkingDay,
  type CalendarStatus,
  type WorkingCalendar,
} from '../calendar/working-calendar.js';
import type { CycleRules } from './cycle-rules.js';

/** The days of one month's dispatch; all but the meeting, minutes and bulletin lie in the month itself. */
export interface MonthCycle {
  readonly month: Month;
  readonly opensOn: Day;
  /** Nominal day; if it is no working day the reminder is sent on the next one. */
  readonly reminderOn: Day;
  readonly reportsDueOn: Day;
  readonly reportsDueAt: string;
  readonly reviewUntil: Day;
  readonly freezeOn: Day;
  readonly meetingOn: Day;
  readonly minutesDueOn: Day;
  readonly bulletinDueOn: Day;
  /** PROVISIONAL (暂定) when a day rests on a year whose holiday notice is not published. */
  readonly status: CalendarStatus;
}

/**
 * Takes a month, the office's rules and the working calendar; gives the month's days. Minutes and bulletin are counted
 * in working days from the meeting, the meeting day not counted. Source: 月调度日程, 办内惯例，可配置.
 */
export function monthCycle(month: Month, rules: CycleRules, calendar: WorkingCalendar): MonthCycle {
  const reports = previousWorkingDay(calendar, dateIn(month, rules.reportDay));
  const meeting = nthWorkingDayOfMonth(calendar, addToMonth(month, 1), rules.meetingWorkingDay);
  const minutes = addWorkingDays(calendar, meeting.day, rules.minutesWorkingDays);
  const bulletin = addWorkingDays(calendar, meeting.day, rules.bulletinWorkingDays);
  const reckoned = [reports, meeting, minutes, bulletin];
  return {
    month,
    opensOn: firstDayOf(month),
    reminderOn: dateIn(month, rules.reminderDay),
    reportsDueOn: reports.day,
    reportsDueAt: rules.reportTime,
    reviewUntil: dateIn(month, rules.reviewDay),
    freezeOn: lastDayOf(month),
    meetingOn: meeting.day,
    minutesDueOn: minutes.day,
    bulletinDueOn: bulletin.day,
    status: reckoned.some((each) => each.status === 'PROVISIONAL') ? 'PROVISIONAL' : 'FINAL',
  };
}

/** True (逾期报送) for a report handed in after the cut-off; takes the office's day and local time `HH:MM`. */
export function isLateReport(cycle: MonthCycle, day: Day, time: string): boolean {
  return day > cycle.reportsDueOn || (day === cycle.reportsDueOn && time > cycle.reportsDueAt);
}

/** The first meeting day after a day; a meeting held on that very day is no longer ahead. */
export function nextMeetingDay(day: Day, rules: CycleRules, calendar: WorkingCalendar): Day {
  const thisMonth = nthWorkingDayOfMonth(calendar, monthOf(day), rules.meetingWorkingDay).day;
  if (thisMonth > day) return thisMonth;
  return nthWorkingDayOfMonth(calendar, addToMonth(monthOf(day), 1), rules.meetingWorkingDay).day;
}

/** A short month takes its last day for a date it does not have. */
function dateIn(month: Month, date: number): Day {
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(Math.min(date, last)).padStart(2, '0')}`;
}
