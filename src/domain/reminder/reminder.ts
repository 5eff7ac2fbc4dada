import type { Day } from '../calendar/day.js';
import type { RungPaper } from './ladder.js';

/** What was already issued about a subject; enough to know that it is not issued again. */
export interface IssuedReminder {
  readonly rung: string;
  readonly period: string;
  readonly deadlineVersion: number;
}

/** A rung that has fallen due and has not been issued. */
export interface DueReminder {
  readonly rung: string;
  readonly paper: RungPaper;
  readonly subject: string;
  /** Part of the unique key: the month of the deadline, of the first red month of a run, or of the report. */
  readonly period: string;
  readonly deadlineVersion: number;
  /** The calendar day on which the rung was reached. */
  readonly dueOn: Day;
  /** The first working day on or after the day of deciding. */
  readonly sendOn: Day;
  readonly replyBy: Day | null;
  readonly explanation: string;
  /** Milder rungs that are not issued because of this one, each with the recorded reason. */
  readonly skipped: readonly { readonly rung: string; readonly reason: string }[];
}

/** The unique key of an issued reminder: one subject, recipient, rung, period and deadline version, once. */
export function reminderKey(
  reminder: Pick<DueReminder, 'subject' | 'rung' | 'period' | 'deadlineVersion'>,
  recipient: string,
): string {
  return [reminder.subject, recipient, reminder.rung, reminder.period, reminder.deadlineVersion].join('|');
}
