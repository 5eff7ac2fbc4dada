import type { Day } from '../calendar/day.js';
import type { Month } from '../calendar/month.js';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Ladder, RungPaper } from './ladder.js';
import type { DueReminder, IssuedReminder } from './reminder.js';

/** One assignment's report of one month, with the days of that month's dispatch. */
export interface ReportReminderFacts {
  readonly subject: string;
  readonly month: Month;
  /** True while no report is with the office: never handed in, or returned and not handed in again. */
  readonly isOwed: boolean;
  readonly isReturned: boolean;
  readonly reminderOn: Day;
  readonly reportsDueOn: Day;
  /** Reports are taken until the freeze; afterwards nobody is chased for the month. */
  readonly freezeOn: Day;
}

/**
 * 月报提醒 from the 20th up to the cut-off, 月报催报 from the day after the cut-off up to the freeze; each once per
 * month and decided by what is not yet issued. On a day whose next working day is already past the cut-off only the
 * chase is left. Source: 月调度日程, 办内惯例，可配置.
 */
export function dueReportReminders(
  facts: ReportReminderFacts,
  issued: readonly IssuedReminder[],
  today: Day,
  ladder: Ladder,
  calendar: WorkingCalendar,
): DueReminder[] {
  if (!facts.isOwed || today < facts.reminderOn || today > facts.freezeOn) return [];
  const isLate = today > facts.reportsDueOn;
  const sendOn = nextWorkingDay(calendar, today).day;
  const paper = isLate ? ladder.reports.missing : ladder.reports.reminder;
  if (!isLate && sendOn > facts.reportsDueOn) return [];
  if (issued.some((one) => one.rung === paper.id && one.period === facts.month)) return [];
  return [
    {
      rung: paper.id,
      paper,
      subject: facts.subject,
      period: facts.month,
      deadlineVersion: 0,
      dueOn: isLate ? facts.reportsDueOn : facts.reminderOn,
      sendOn,
      replyBy: replyBy(paper, sendOn, calendar),
      explanation: explain(facts, today, isLate),
      skipped: [],
    },
  ];
}

function explain(
  { month, isReturned, reportsDueOn }: ReportReminderFacts,
  today: Day,
  isLate: boolean,
): string {
  const standing = isReturned ? '已退回，尚未重报' : '尚未报送';
  return isLate
    ? `${month} 月报应于 ${reportsDueOn} 前报送，今天 ${today}，${standing}，请即补报。`
    : `${month} 月报应于 ${reportsDueOn} 前报送，今天 ${today}，${standing}，请按时报送。`;
}

function replyBy(paper: RungPaper, sendOn: Day, calendar: WorkingCalendar): Day | null {
  return paper.replyWorkingDays === null
    ? null
    : addWorkingDays(calendar, sendOn, paper.replyWorkingDays).day;
}
