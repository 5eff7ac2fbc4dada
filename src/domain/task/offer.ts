import { DomainError } from '../refusal.js';

/** A deed as a screen offers it: where it is sent, and whether it would be taken now. */
export interface OfferedDeed {
  /** Code of the deed, e.g. `SIGN`. */
  readonly deed: string;
  readonly label: string;
  readonly method: 'POST' | 'PUT';
  /** Address below `/api/v1`. */
  readonly path: string;
  /** What If-Match must say; null where the route asks for none. */
  readonly version: number | null;
  /** Which node, department, month or request is meant; empty for the task itself. */
  readonly subject: string;
  readonly possible: boolean;
  /** Why it is not possible now; empty where it is. */
  readonly reason: string;
}

/** What of an offer is known before it is tried. */
export type DeedForm = Omit<OfferedDeed, 'possible' | 'reason' | 'method' | 'subject'> &
  Partial<Pick<OfferedDeed, 'method' | 'subject'>>;

/**
 * Takes a deed and the very functions that guard it: `permit` says whether the actor may do it at all, `attempt` whether
 * it can be done now. Gives no offer where permission is refused, one with the refusal's sentence where the attempt is.
 */
export function offer(form: DeedForm, permit: () => unknown, attempt: () => unknown): OfferedDeed[] {
  if (refusalOf(permit) !== null) return [];
  const reason = refusalOf(attempt);
  const { method = 'POST', subject = '' } = form;
  return [{ ...form, method, subject, possible: reason === null, reason: reason ?? '' }];
}

/** The sentence of a refusal, or null; a fault of ours stays a fault. */
function refusalOf(guard: () => unknown): string | null {
  try {
    guard();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
