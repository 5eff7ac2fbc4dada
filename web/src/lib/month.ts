/** Months are text, YYYY-MM, as the service sends them; no clock and no time zone is involved. */

/** The month `count` months after (or before) a month. */
export function addToMonth(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const place = year * 12 + (number - 1) + count;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}

/** All months from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addToMonth(month, 1)) months.push(month);
  return months;
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
