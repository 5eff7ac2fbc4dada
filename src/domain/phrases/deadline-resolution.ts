import type { Day } from '../calendar/day.js';
import type { Deadline } from './deadline.js';

/**
 * The due day a task gets from its deadline: the day itself; for recurring and ongoing work the last day of the plan
 * year; null where the phrase leaves the day open (待定, 立行立改, 收到通知后…) or cannot be relied on.
 */
export function resolveDue(deadline: Deadline, planYear: number): Day | null {
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'milestones':
    case 'event':
    case 'relative':
      return deadline.due;
    case 'recurring':
      return `${planYear}-12-31`;
    case 'ongoing':
      return deadline.due ?? `${planYear}-12-31`;
    case 'none':
    case 'tbd':
    case 'immediate':
    case 'ambiguous':
    case 'invalid':
    case 'unparsed':
      return null;
  }
}

/** True where a ledger row may be taken as it stands: understood without doubt, and a due day follows from it. */
export function isReady(deadline: Deadline): boolean {
  return !deadline.needsReview && (deadline.kind === 'recurring' || deadline.due !== null);
}
