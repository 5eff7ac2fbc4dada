import type { Day } from '../../domain/calendar/day.js';
import { dayInWords } from '../../domain/calendar/words.js';

/** A deadline in words; 时限待定 without one. */
export function dueWords(day: Day | null): string {
  return day === null ? '时限待定' : dayInWords(day);
}

/** Share in percent with one decimal; an empty whole has no share. */
export function percentWords(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.round((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** A difference from the month before: 增加2项, 减少1项, 持平. */
export function signedWords(difference: number): string {
  if (difference === 0) return '持平';
  return difference > 0 ? `增加${difference}项` : `减少${-difference}项`;
}

/** A sentence for joining: without the full stop at its end. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[。；;.]+$/u, '');
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 99 in Chinese, for （一） headings. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? '';
  const tens = Math.floor(n / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
}
