import type { Day } from '../calendar/day.js';
import type { Deadline } from './deadline.js';

/**
 * The due day a task gets from its deadline: the day itself; for recurring and ongoing work the last day of the plan
 * year; null where the phrase leaves the day open (待定, 立行立改, 收到通知后…) or cannot be relied on.
 */
export function resolveDue(deadline: Deadline, planYear: number): Day | null {
  // Of the kinds that leave the day open none carries a due day.
  const endsWithYear =
    deadline.kind === 'recurring' || (deadline.kind === 'ongoing' && deadline.due === null);
  return endsWithYear ? `${planYear}-12-31` : deadline.due;
}

/** True where a ledger row may be taken as it stands: understood without doubt, and a due day follows from it. */
export function isReady(deadline: Deadline): boolean {
  return !deadline.needsReview && (deadline.kind === 'recurring' || deadline.due !== null);
}
