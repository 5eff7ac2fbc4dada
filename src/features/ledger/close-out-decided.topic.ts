import type { Day } from '../../domain/calendar/day.js';

/** Outbox topic a later feature tells of a close-out request and of what became of it. */
export const CLOSEOUT_DECIDED = 'closeout.decided';

/** What is told; one event per step of the request. */
export interface CloseOutDecided {
  taskId: string;
  /** The day the request was made. */
  requestedOn: Day;
  outcome: 'REQUESTED' | 'WITHDRAWN' | 'RETURNED' | 'VERIFIED' | 'APPROVED';
  /** The day of this step. */
  decidedOn: Day;
  /** Why it was returned; empty otherwise. */
  reason: string;
}
