import { dayOf, daysInMonth, type Day } from '../calendar/day.js';
import { firstDayOf, isMonth, lastDayOf } from '../calendar/month.js';

/** Period covered; `vague` is the word a following 前 makes doubtful (三季度前: before it, or by its end?). */
export interface Period {
  readonly start: Day | null;
  readonly due: Day | null;
  readonly reasons?: readonly string[];
  readonly time?: string;
  readonly vague?: boolean;
}

type Digits = string | number | undefined;

/** One date, with the hour `time` if any; 'impossible' where the date or the hour (null) does not exist. */
export function date(
  year: Digits,
  monthNumber: Digits,
  dateNumber: Digits,
  time: string | null = '',
): Period | 'impossible' {
  const day = dayOf(Number(year), Number(monthNumber), Number(dateNumber));
  if (day === null || time === null) return 'impossible';
  return { start: day, due: day, ...(time === '' ? {} : { time }) };
}

/** `HH:MM`, '' where no hour is written, null for an hour that does not exist. */
export function clock(
  half: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
): string | null {
  if (hour === undefined) return '';
  if (half !== undefined && half !== '上午' && Number(hour) < 12)
    return clock(undefined, String(Number(hour) + 12), minute);
  const minutes = Number(minute ?? 0);
  if (Number(hour) > 24 || minutes > 59 || (Number(hour) === 24 && minutes > 0)) return null;
  return `${hour.padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const TEN_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  上中旬: [1, 20],
  中旬: [11, 20],
  中下旬: [11, 31],
  下旬: [21, 31],
  初: [1, 10],
  中: [11, 20],
};

/** A month or the named part of it: 上旬 ends on the 10th, 中旬 on the 20th; 初 and 中 are doubtful. */
export function month(year: number, monthDigits: Digits, part: string | undefined): Period | 'impossible' {
  const number = Number(monthDigits);
  const text = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
  if (!isMonth(text)) return 'impossible';
  const days = TEN_DAYS[part ?? ''];
  if (!days) return { start: firstDayOf(text), due: lastDayOf(text), vague: !part };
  const period = {
    start: dayOf(year, number, days[0]),
    due: dayOf(year, number, Math.min(days[1], daysInMonth(year, number))),
  };
  return part === '初' || part === '中'
    ? doubtful(period, `“${number}月${part}”没有写明日期，暂按${days[1]}日`)
    : period;
}

/** From the first day of one month to the last day of another of the same year. */
export function months(year: number, from: number, to: number): Period {
  const text = (number: number) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
  return { start: firstDayOf(text(from)), due: lastDayOf(text(to)) };
}

/** Quarter 1–4 of a year. */
export function quarter(year: number, number: number, part: string | undefined): Period {
  const period = { ...months(year, number * 3 - 2, number * 3), vague: !part };
  return part === '初' || part === '中'
    ? doubtful(period, `“${number}季度${part}”没有写明日期，暂按季度末`)
    : period;
}

/** 年底 and 年内 end with the year; 年初 and 年中 are doubtful. */
export function partOfYear(year: number, part: string | undefined): Period {
  if (part === '初') return doubtful(months(year, 1, 1), '“年初”没有写明日期，暂按1月底');
  if (part === '中') return doubtful(months(year, 1, 6), '“年中”没有写明日期，暂按6月底');
  return months(year, 1, 12);
}

/** The same period with a reason for review; nothing known where there is no period. */
export function doubtful(period: Period | 'impossible' | null, reason: string): Period {
  const known = period === null || period === 'impossible' ? { start: null, due: null } : period;
  return { ...known, reasons: [...(known.reasons ?? []), reason] };
}
