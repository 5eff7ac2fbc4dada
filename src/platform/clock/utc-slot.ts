const CHARS = { hour: 13, day: 10 } as const;

/**
 * The hour (`YYYY-MM-DDTHH`) or day (`YYYY-MM-DD`) of UTC in which an instant in milliseconds lies: names of slots that are
 * about instants and not about the office's day.
 */
export function utcSlot(at: number, every: keyof typeof CHARS): string {
  return new Date(at).toISOString().slice(0, CHARS[every]);
}
