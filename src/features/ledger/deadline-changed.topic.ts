import type { Day } from '../../domain/calendar/day.js';

/** Outbox topic told when a deadline was changed; later features dismiss what rested on the old one. */
export const DEADLINE_CHANGED = 'deadline.changed';

/** What is told. */
export interface DeadlineChanged {
  ledgerId: string;
  taskId: string;
  /** The version that counts from now on. */
  deadlineVersion: number;
  fromDueOn: Day;
  toDueOn: Day;
  changedOn: Day;
  beforeMeeting: boolean;
}
