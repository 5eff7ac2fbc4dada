import type { Day } from '../calendar/day.js';
import type { IssuedReminder } from './reminder.js';

/** A reminder that is no longer pursued, with the reason that stays on record. */
export interface Dismissal<Issued extends IssuedReminder> {
  readonly reminder: Issued;
  readonly dismissedOn: Day;
  readonly reason: string;
}

/**
 * What an approved extension dismisses: every open reminder about an earlier deadline version. Nothing is deleted; the
 * dismissal and its reason are recorded (批准延期的，解除提醒应当留痕). Takes the open (not answered, not dismissed)
 * reminders of the subject and the change of deadline.
 */
export function dismissByExtension<Issued extends IssuedReminder>(
  open: readonly Issued[],
  change: { readonly version: number; readonly from: Day; readonly to: Day; readonly on: Day },
): Dismissal<Issued>[] {
  return open
    .filter((reminder) => reminder.deadlineVersion < change.version)
    .map((reminder) => ({
      reminder,
      dismissedOn: change.on,
      reason: `${change.on} 批准延期，时限由 ${change.from} 调整为 ${change.to}，原提醒不再办理`,
    }));
}
