import type { Day } from '../../domain/calendar/day.js';

/** Outbox topic: an addressee has issued reminders that wait to be put into one digest. */
export const REMINDERS_ISSUED = 'reminders.issued';

/** What is told; once per slot, day and addressee. */
export interface RemindersIssued {
  /** The job slot, or the approval, that issued them. */
  slot: string;
  /** The working day the digest is for. */
  day: Day;
  departmentId: string;
  recipient: string;
}
