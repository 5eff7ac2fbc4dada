/** What was refused to whom, how often, within one minute. */
export interface Denials {
  actor: string;
  operation: string;
  minute: number;
  count: number;
}

/** So many different operations of one person within a minute are put on record each; the rest as one. */
const MOST_OPERATIONS = 20;
export const REST = '*';

/**
 * Counts equal refusals of one person within a minute, so that nobody can fill the audit trail by asking again and again:
 * the first is written at once, the others as one number when the minute is over. Pure but for its memory.
 */
export class DenialCounter {
  private readonly counts = new Map<string, Denials>();

  /** Takes a refusal; gives the name under which it is to be written now, or null when it is only counted. */
  note(actor: string, operation: string, minute: number): string | null {
    const name = this.nameFor(actor, operation, minute);
    const key = `${minute}\n${actor}\n${name}`;
    const known = this.counts.get(key);
    if (known) {
      known.count += 1;
      return null;
    }
    this.counts.set(key, { actor, operation: name, minute, count: 1 });
    return name;
  }

  /** Takes out everything of minutes before this one; gives what was refused more often than was written. */
  takeBefore(minute: number): Denials[] {
    const over = [...this.counts].filter(([, denials]) => denials.minute < minute);
    for (const [key] of over) this.counts.delete(key);
    return over.map(([, denials]) => denials).filter(({ count }) => count > 1);
  }

  private nameFor(actor: string, operation: string, minute: number): string {
    const own = [...this.counts.values()].filter((known) => known.actor === actor && known.minute === minute);
    if (own.some((known) => known.operation === operation)) return operation;
    return own.length < MOST_OPERATIONS ? operation : REST;
  }
}
