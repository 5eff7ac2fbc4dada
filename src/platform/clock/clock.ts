import type { Day } from '../../domain/calendar/day.js';

/** What services ask about time; rules never ask, they are told. */
export abstract class Clock {
  /** Milliseconds since 1970 UTC; always the real instant, also in demonstration data. */
  abstract now(): number;
  /** Today in the office's zone, or the held office day of demonstration data. */
  abstract today(): Day;
  /** Wall time `HH:MM` in the office's zone, or the held one. */
  abstract timeOfDay(): string;
}
