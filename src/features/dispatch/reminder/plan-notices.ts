import { monthOf } from '../../../domain/calendar/month.js';
import { addWorkingDays, nextWorkingDay } from '../../../domain/calendar/working-calendar.js';
import type { RegisterNotice } from '../../../domain/snapshot/register-row.js';
import type { PlannedReminder, ReminderGround } from './plan-reminders.js';

/**
 * Notices of the other registers as reminders: pure. The register decides what is to be told and to whom; the paper, its
 * number and the days to answer are the office's ladder, and nothing is sent before the next working day.
 */
export function planNotices(
  notices: readonly RegisterNotice[],
  { today, ladder, calendar }: Pick<ReminderGround, 'today' | 'ladder' | 'calendar'>,
): PlannedReminder[] {
  const sendOn = nextWorkingDay(calendar, today).day;
  return notices.map((notice) => {
    const paper = notice.label === '催办' ? ladder.registers.followUp : ladder.registers.reminder;
    const days = paper.replyWorkingDays;
    return {
      subjectKind: notice.register,
      subjectId: notice.subjectId,
      taskId: null,
      subjectNumber: notice.number,
      subjectTitle: notice.title,
      departmentId: notice.departmentId,
      due: {
        rung: notice.rung,
        paper: { ...paper, to: notice.recipients },
        subject: notice.subjectId,
        period: monthOf(notice.dueOn),
        deadlineVersion: notice.version,
        dueOn: notice.dueOn,
        sendOn,
        replyBy: days === null ? null : addWorkingDays(calendar, sendOn, days).day,
        explanation: notice.explanation,
        skipped: [],
      },
    };
  });
}
