/** When a robot was used: instants in milliseconds. */
export interface Pace {
  readonly recent: readonly number[];
  /** Not before this instant. */
  readonly freeAt: number;
}

/** Both makers take 20 a minute; the rest is for clocks that differ and for messages that overtake one another. */
export const MOST_A_MINUTE = 15;
const MINUTE_MS = 60_000;

/**
 * Pure: asks for one message now. Gives the pace with this turn in it, or the instant to ask again at. Within any 60
 * seconds, not only within those of a clock, there are never more than 15 turns.
 */
export function takeTurn({ recent, freeAt }: Pace, now: number): { pace: Pace } | { waitUntil: number } {
  if (now < freeAt) return { waitUntil: freeAt };
  // Instants ahead of this clock are those of another process whose clock is ahead; they count.
  const counted = recent.filter((at) => at > now - MINUTE_MS).sort((a, b) => a - b);
  const oldest = counted[counted.length - MOST_A_MINUTE];
  if (oldest !== undefined) return { waitUntil: oldest + MINUTE_MS };
  return { pace: { recent: [...counted, now], freeAt } };
}
