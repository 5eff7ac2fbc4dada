import { partsOf, type Day } from '../../domain/calendar/day.js';

/** The day an instant falls on in a time zone. */
export function dayInZone(at: number, zone: string): Day {
  return wallIn(zone, at).slice(0, 10);
}

/** The instant a day begins in a time zone. */
export function startOfDayInZone(day: Day, zone: string): number {
  const [year, month, date] = partsOf(day);
  const midnight = Date.UTC(year, month - 1, date);
  // The offset is that of the instant looked for, which is not known yet; a second look settles a change of summer time.
  const guess = midnight - offsetAt(midnight, zone);
  return midnight - offsetAt(guess, zone);
}

/** Day and time of an instant as clocks in a time zone show it: `2026-11-26 22:05:14`. */
export function wallIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(at),
  );
}

function offsetAt(at: number, zone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  return Date.parse(`${wallIn(zone, second).replace(' ', 'T')}Z`) - second;
}
