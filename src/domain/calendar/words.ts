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

const PARTS_OF_YEAR: Readonly<Record<string, (nth: number) => string>> = {
  Q: (nth) => `第${'一二三四'[nth - 1]}季度`,
  H: (nth) => (nth === 1 ? '上半年' : '下半年'),
  '-W': (nth) => `第${nth}周`,
};

/**
 * A period of recurring work (`2023Q2`, `2023H1`, `2023-06`, `2023`, `2023-W07`, `2023-06-01`) as people call it: 2023年第二季度.
 * A text that is no period stays as it is.
 */
export function periodInWords(period: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return dayInWords(period);
  if (/^\d{4}-\d\d$/.test(period)) return monthInWords(period);
  const [, year, unit = '', nth] = /^(\d{4})(?:(Q(?=[1-4]$)|H(?=[12]$)|-W)(\d\d?))?$/.exec(period) ?? [];
  return year === undefined ? period : `${year}年${PARTS_OF_YEAR[unit]?.(Number(nth)) ?? ''}`;
}
