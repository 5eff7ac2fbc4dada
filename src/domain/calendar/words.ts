import { partsOf, type Day } from './day.js';
import type { Month } from './month.js';

/** A day as papers and letters write it: 2023年11月30日, without leading zeros (GB/T 9704-2012). */
export function dayInWords(day: Day): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** A month as papers and letters write it: 2023年11月. */
export function monthInWords(month: Month): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}
