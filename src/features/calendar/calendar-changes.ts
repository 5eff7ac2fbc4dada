import type { Day } from '../../domain/calendar/day.js';
import type { CalendarException } from '../../domain/calendar/working-calendar.js';

/** What a notice says of a day. */
export interface DayWord {
  kind: '放假' | '上班';
  name: string;
}

/** A day of which a new arrangement says something else than the old one; null: nothing, an ordinary day. */
export interface ChangedDay {
  day: Day;
  was: DayWord | null;
  now: DayWord | null;
}

/** The days on which two arrangements of a year differ, in order. */
export function changedDays(
  before: readonly CalendarException[],
  after: readonly CalendarException[],
): ChangedDay[] {
  const was = new Map(before.map((exception) => [exception.day, wordOf(exception)]));
  const now = new Map(after.map((exception) => [exception.day, wordOf(exception)]));
  const days = [...new Set([...was.keys(), ...now.keys()])].sort();
  return days
    .map((day) => ({ day, was: was.get(day) ?? null, now: now.get(day) ?? null }))
    .filter((change) => change.was?.kind !== change.now?.kind || change.was?.name !== change.now?.name);
}

function wordOf({ isWorking, name }: CalendarException): DayWord {
  return { kind: isWorking ? '上班' : '放假', name };
}
