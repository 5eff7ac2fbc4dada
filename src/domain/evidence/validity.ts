import { daysBetween, type Day } from '../calendar/day.js';

/** Whether a proof with a last day (a licence, an appointment) still holds. */
export type Validity = 'UNLIMITED' | 'VALID' | 'EXPIRING' | 'EXPIRED';

export const VALIDITY_LABELS: Readonly<Record<Validity, string>> = {
  UNLIMITED: '长期有效',
  VALID: '有效',
  EXPIRING: '将过期',
  EXPIRED: '已过期',
};

/** The last day still counts as valid; within `expiringDays` before its end a proof is 将过期. */
export function validityOf(validUntil: Day | null, today: Day, expiringDays: number): Validity {
  if (validUntil === null) return 'UNLIMITED';
  const left = daysBetween(today, validUntil);
  if (left < 0) return 'EXPIRED';
  return left <= expiringDays ? 'EXPIRING' : 'VALID';
}
