import { addToMonth, monthsBetween } from '../../lib/month.js';

/** The weeks of a month from Monday to Sunday; null where the week reaches into another month. */
export function weeksOf(month: string): (string | null)[][] {
  const lead = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = daysOf(month);
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function daysOf(month: string): (string | null)[] {
  const [, next = month] = monthsBetween(month, addToMonth(month, 1));
  const length = (Date.parse(`${next}-01T00:00:00Z`) - Date.parse(`${month}-01T00:00:00Z`)) / 86_400_000;
  return Array.from({ length }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`);
}
