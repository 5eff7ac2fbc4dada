import { addDays, daysBetween, type Day } from '../calendar/day.js';
import { lastDayOf, monthOf, type Month } from '../calendar/month.js';
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Ladder, Rung } from './ladder.js';
import type { DueReminder, IssuedReminder } from './reminder.js';

/** One task, assignment or node as reminders see it. */
export interface ReminderFacts {
  readonly subject: string;
  /** False when closed, suspended, cancelled, merged or done: then nothing is due. */
  readonly isOpen: boolean;
  readonly due: Day | null;
  readonly deadlineVersion: number;
  /** True while a close-out request made on or before the deadline is pending: it is not overdue. */
  readonly closingInTime: boolean;
  /** Days in review that do not count as overdue. */
  readonly daysInReview: number;
  /** Frozen months running that were red, and the first and last of them. */
  readonly redMonths: number;
  readonly redSince: Month | null;
  readonly redLatest: Month | null;
}

/**
 * The rungs that have fallen due and were not issued, mildest first; decided by what is not yet issued and never by
 * "exactly n days before", so a missed day loses nothing and a second run finds nothing.
 *
 * Before the deadline missed rungs collapse into the nearest one, judged as of the day it will be sent, and a reminder
 * that could only be sent after the deadline is not sent. After it no rung is passed over (不得越级): all that are
 * reached and missing are due together, each with its own paper; where red months lead to a rung before the days do,
 * the milder ones are named with the reason. Each rung comes once per deadline version and run of red months.
 */
export function dueReminders(
  facts: ReminderFacts,
  issued: readonly IssuedReminder[],
  today: Day,
  ladder: Ladder,
  calendar: WorkingCalendar,
): DueReminder[] {
  if (!facts.isOpen) return [];
  const daysLeft = facts.due === null ? null : daysBetween(today, facts.due);
  const overdueDays = overdueDaysOf(facts, daysLeft);
  const current = issued.filter((one) => one.deadlineVersion === facts.deadlineVersion);
  const nearest =
    daysLeft === null || daysLeft < 0
      ? []
      : beforeRung(facts, current, { today, daysLeft, ladder, calendar });
  return [...nearest, ...afterRungs(facts, current, { today, overdueDays, ladder, calendar })];
}

interface Setting {
  readonly today: Day;
  readonly ladder: Ladder;
  readonly calendar: WorkingCalendar;
}

function overdueDaysOf(facts: ReminderFacts, daysLeft: number | null): number {
  if (daysLeft === null || facts.closingInTime) return 0;
  return Math.max(0, -daysLeft - facts.daysInReview);
}

/** A lead that has already asked to close is not reminded to. */
function beforeRung(
  facts: ReminderFacts,
  issued: readonly IssuedReminder[],
  setting: Setting & { readonly daysLeft: number },
): DueReminder[] {
  const rungs = setting.ladder.rungs.filter((rung) => rung.when === 'BEFORE');
  const widest = rungs[0]?.days ?? 0;
  // Asking the calendar is slow beside the rest; nothing far off needs it (no closure lasts 31 days).
  if (facts.due === null || facts.closingInTime || setting.daysLeft > widest + 31) return [];
  const sendOn = nextWorkingDay(setting.calendar, setting.today).day;
  const left = daysBetween(sendOn, facts.due);
  const reached = rungs.filter((rung) => left >= 0 && left <= rung.days);
  const nearest = reached.at(-1);
  if (nearest === undefined) return [];
  const period = monthOf(facts.due);
  const nearer = rungs.slice(rungs.indexOf(nearest)).map((rung) => rung.id);
  if (issued.some((one) => one.period === period && nearer.includes(one.rung))) return [];
  const missed = reached.slice(0, -1).filter((rung) => !issued.some((one) => one.rung === rung.id));
  const explanation = `时限 ${facts.due}，发出日 ${sendOn}，距时限 ${left} 天，予以${nearest.label}（时限前 ${nearest.days} 天）。`;
  const dueOn = addDays(facts.due, -nearest.days);
  const skipped = missed.map((rung) => ({ rung: rung.id, reason: `时限前 ${rung.days} 天的提醒并入本次` }));
  return [make(facts, nearest, { period, dueOn, explanation, skipped }, setting)];
}

function afterRungs(
  facts: ReminderFacts,
  issued: readonly IssuedReminder[],
  setting: Setting & { readonly overdueDays: number },
): DueReminder[] {
  if (setting.overdueDays === 0 && facts.redMonths === 0) return [];
  const period = episodeStart(facts, setting.overdueDays > 0);
  const isIssued = (rung: Rung) => issued.some((one) => one.rung === rung.id && one.period >= period);
  const rungs = setting.ladder.rungs.filter((rung) => rung.when === 'AFTER');
  const due: DueReminder[] = [];
  let passedOver: Rung[] = [];
  for (const rung of rungs) {
    const byDays = setting.overdueDays >= rung.days;
    if (!byDays && !byReds(facts, rung)) passedOver.push(rung);
    else {
      if (!isIssued(rung))
        due.push(
          afterRung(facts, rung, {
            ...setting,
            period,
            byDays,
            passedOver: passedOver.filter((one) => !isIssued(one)),
          }),
        );
      passedOver = [];
    }
  }
  return due;
}

interface AfterSetting extends Setting {
  readonly overdueDays: number;
  readonly period: Month;
  readonly byDays: boolean;
  readonly passedOver: readonly Rung[];
}

function afterRung(facts: ReminderFacts, rung: Rung, setting: AfterSetting): DueReminder {
  const { today, overdueDays, period, byDays } = setting;
  const reds = `已连续 ${facts.redMonths} 个月红灯`;
  const explanation = byDays
    ? `时限 ${facts.due}，今天 ${today}，逾期 ${overdueDays} 天，达到${rung.label}条件（逾期满 ${rung.days} 天）。`
    : `今天 ${today}，${reds}，达到${rung.label}条件（连续 ${rung.redMonths} 个月红灯）。`;
  const dueOn = byDays
    ? addDays(facts.due ?? today, rung.days + facts.daysInReview)
    : lastDayOf(facts.redLatest ?? monthOf(today));
  const skipped = setting.passedOver.map((one) => ({
    rung: one.id,
    reason: `${reds}，直接${rung.label}；逾期天数未达到${one.label}条件`,
  }));
  return make(facts, rung, { period, dueOn, explanation, skipped }, setting);
}

function byReds(facts: ReminderFacts, rung: Rung): boolean {
  return rung.redMonths !== null && facts.redMonths >= rung.redMonths;
}

/** Trouble begins with the deadline's month or the first red month of the run, whichever is earlier. */
function episodeStart({ due, redSince }: ReminderFacts, isOverdue: boolean): Month {
  const dueMonth = isOverdue && due !== null ? monthOf(due) : null;
  if (dueMonth === null) return redSince ?? '';
  return redSince !== null && redSince < dueMonth ? redSince : dueMonth;
}

function make(
  facts: ReminderFacts,
  rung: Rung,
  said: Pick<DueReminder, 'period' | 'dueOn' | 'explanation' | 'skipped'>,
  { today, calendar }: Setting,
): DueReminder {
  const sendOn = nextWorkingDay(calendar, today).day;
  const { when: _when, days: _days, redMonths: _redMonths, ...paper } = rung;
  return {
    rung: rung.id,
    paper,
    subject: facts.subject,
    deadlineVersion: facts.deadlineVersion,
    sendOn,
    replyBy:
      rung.replyWorkingDays === null ? null : addWorkingDays(calendar, sendOn, rung.replyWorkingDays).day,
    ...said,
  };
}
