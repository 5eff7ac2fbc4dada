import type { HandedCell } from './roll-up-queries.js';

/** What somebody should look at: not accepted, not assigned, returned, overdue, or on a yellow or red light. */
export function wantsAttention({ state, today }: HandedCell): boolean {
  if (state !== 'ASSIGNED') return true;
  return today !== null && (today.light === 'RED' || today.light === 'YELLOW' || today.overdueDays > 0);
}
