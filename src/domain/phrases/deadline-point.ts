import { addMonths, dayOf, daysInMonth, weekdayOf, type Day } from '../calendar/day.js';
import { firstDayOf, isMonth, lastDayOf, monthOf, type Month } from '../calendar/month.js';
import type { DeadlineContext } from './deadline.js';
import { readYear } from './deadline-year.js';

/** What an earlier point of the same phrase hands on: 2023年12月底、2024年6月底; 5月10日、20日. */
export interface Carried {
  readonly year?: number;
  readonly month?: Month;
}

/** A point of time read from the head of a text. */
export interface Point {
  /** Null where the phrase is read but the day is not known (本月 without an issue day). */
  readonly due: Day | null;
  readonly start: Day | null;
  readonly length: number;
  readonly reasons: readonly string[];
  readonly time?: string;
  readonly carried: Carried;
  /** A date that does not exist, as written; `due` is null then. */
  readonly impossible?: string;
  /** Ends in 前 or the like, so another point may follow without a comma. */
  readonly closed?: boolean;
}

/** What a form may look at. */
interface Scope {
  readonly context: DeadlineContext;
  /** Year written before the form, if any. */
  readonly named: number | null;
  /** That, else the carried one, else the plan year. */
  readonly year: number;
  readonly carried: Carried;
}

/** Period covered; `vague` is the word a following 前 makes doubtful (三季度前: before it, or by its end?). */
interface Period {
  readonly start: Day | null;
  readonly due: Day | null;
  readonly reasons?: readonly string[];
  readonly time?: string;
  readonly vague?: boolean;
}

type Form = readonly [RegExp, (match: RegExpExecArray, scope: Scope) => Period | 'impossible' | null];

// 6月初步建成 and 6月中期评估 say nothing of the month's beginning or middle.
const PART = '(上中旬|中下旬|上旬|中旬|下旬|初(?!步|始|审)|中(?!期|心|央)|底|内(?!部))?';
const CLOCK = '(?:(上午|下午|晚上?)?(\\d{1,2})(?:时|点|:)(?:(\\d{1,2})分?|整)?)?';

// In order: the first form that matches is the reading.
const FORMS: readonly Form[] = [
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d月年])[日号]?/,
    (m, s) => unlessNamed(s, date(m[1], m[3], m[4])),
  ],
  [
    new RegExp(`^(\\d{4})[-/.](\\d{1,2})(?!\\d)月?${PART}`),
    (m, s) => unlessNamed(s, month(Number(m[1]), m[2], m[3])),
  ],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, (m, s) => unlessNamed(s, date(m[1], m[2], m[3]))],
  [/^(20\d{2})(0[1-9]|1[0-2])(?!\d)/, (m, s) => unlessNamed(s, month(Number(m[1]), m[2], ''))],
  [
    new RegExp(`^(\\d{1,2})月(\\d{1,2})[日号]${CLOCK}`),
    (m, s) => date(s.year, m[1], m[2], clock(m[3], m[4], m[5])),
  ],
  [/^(\d{1,2})月(\d{1,2})(?!\d)(?=前|止|之前|以前|$|[-至到,;、。(])/, (m, s) => date(s.year, m[1], m[2])],
  [new RegExp(`^(\\d{1,2})月(?!\\d)${PART}`), (m, s) => month(s.year, m[1], m[2])],
  [/^第?([1-4])季度?(底|内|初(?!步)|中(?!期))?/, (m, s) => quarter(s.year, Number(m[1]), m[2])],
  [/^前([2-4])个?季度(底|内)?/, (m, s) => months(s.year, 1, Number(m[1]) * 3)],
  [/^(?:[qQ]([1-4])|([1-4])[qQ])(底)?/, (m, s) => quarter(s.year, Number(m[1] ?? m[2]), m[3])],
  [
    /^(上|下)半年(底|内)?/,
    (m, s) => ({ ...months(s.year, m[1] === '上' ? 1 : 7, m[1] === '上' ? 6 : 12), vague: !m[2] }),
  ],
  [
    /^(?:年度?)?(底|内(?!部)|终(?!期)|中(?!期|心|央)|初(?!步|始))/,
    (m, s) => (m[0].startsWith('年') || s.named !== null ? partOfYear(s.year, m[1]) : null),
  ],
  [/^(?:本|当)月(?:(底|内)|(\d{1,2})[日号])?/, (m, s) => fromIssue(s, 0, m[1], m[2])],
  [/^(?:下个?|次)月(?:(底|内)|(\d{1,2})[日号])?/, (m, s) => fromIssue(s, 1, m[1], m[2])],
  [/^月底/, (_, s) => doubtful(fromIssue(s, 0, '底', undefined), '“月底”没有写明是哪一月，暂按印发当月')],
  [
    /^(\d{1,2})[日号]/,
    (m, s) => (s.carried.month === undefined ? null : date(...yearAndMonth(s.carried.month), m[1])),
  ],
  [/^(0?[1-9]|1[0-2])[./](\d{1,2})(?![\d月./%])[日号]?/, (m, s) => date(s.year, m[1], m[2])],
  [/^(0?[1-9]|1[0-2])-(1[3-9]|[23]\d)(?![\d月./%-])[日号]?/, (m, s) => date(s.year, m[1], m[2])],
];

/** Reads one point from the head of a normalised text, with its 前; null where the text begins with none. */
export function readPoint(text: string, context: DeadlineContext, carried: Carried = {}): Point | null {
  const named = readYear(text, context.planYear);
  const scope: Scope = {
    context,
    named: named.year,
    year: named.year ?? carried.year ?? context.planYear,
    carried,
  };
  const head = text.slice(named.length).replace(/^的/, '');
  const skipped = text.length - head.length;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(head);
    const period = match ? read(match, scope) : null;
    if (match && period) return close(text, skipped + match[0].length, period, scope);
  }
  if (named.year === null || !/^\d{4}年|^(?:今|本|当|次|明|翌|来|下|后)/.test(text)) return null;
  return close(text, named.length, { ...months(named.year, 1, 12), vague: true }, scope);
}

/** Adds the weekday in brackets and the closing 前, and judges both. */
function close(text: string, length: number, period: Period | 'impossible', scope: Scope): Point {
  if (period === 'impossible') {
    return {
      due: null,
      start: null,
      length,
      reasons: [],
      carried: scope.carried,
      impossible: text.slice(0, length),
    };
  }
  const weekday = /^\((?:星期|周)([一二三四五六日天])\)/.exec(text.slice(length));
  const body = length + (weekday?.[0].length ?? 0);
  const before = /^(?:以前|之前|前|为止|截止|止|以内|之内)/.exec(text.slice(body))?.[0] ?? '';
  const reasons = [...(period.reasons ?? [])];
  if (period.vague && before.endsWith('前'))
    reasons.push(`“${text.slice(0, body)}${before}”是否含该期间不明确，暂按期末`);
  if (weekday && period.due) reasons.push(...weekdayReason(period.due, weekday[1] ?? ''));
  return {
    due: period.due,
    start: period.start,
    length: body + before.length,
    reasons,
    carried:
      period.due === null
        ? scope.carried
        : { year: Number(period.due.slice(0, 4)), month: monthOf(period.due) },
    ...(period.time === undefined ? {} : { time: period.time }),
    closed: before !== '',
  };
}

function weekdayReason(due: Day, written: string): string[] {
  const actual = '一二三四五六日'.charAt(weekdayOf(due) - 1);
  return actual === written.replace('天', '日') ? [] : [`写的是星期${written}，${due} 实为星期${actual}`];
}

function unlessNamed(scope: Scope, period: Period | 'impossible'): Period | 'impossible' | null {
  return scope.named === null ? period : null;
}

type Digits = string | number | undefined;

function date(
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
function clock(
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

function month(year: number, monthDigits: Digits, part: string | undefined): Period | 'impossible' {
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

function months(year: number, from: number, to: number): Period {
  const text = (number: number) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
  return { start: firstDayOf(text(from)), due: lastDayOf(text(to)) };
}

function quarter(year: number, number: number, part: string | undefined): Period {
  const period = { ...months(year, number * 3 - 2, number * 3), vague: !part };
  return part === '初' || part === '中'
    ? doubtful(period, `“${number}季度${part}”没有写明日期，暂按季度末`)
    : period;
}

function partOfYear(year: number, part: string | undefined): Period {
  if (part === '初') return doubtful(months(year, 1, 1), '“年初”没有写明日期，暂按1月底');
  if (part === '中') return doubtful(months(year, 1, 6), '“年中”没有写明日期，暂按6月底');
  return months(year, 1, 12);
}

/** A month counted from the month of issue. */
function fromIssue(
  scope: Scope,
  later: number,
  part: string | undefined,
  dateDigits: string | undefined,
): Period | 'impossible' | null {
  if (scope.named !== null) return null;
  const issuedOn = scope.context.issuedOn;
  if (!issuedOn) return { start: null, due: null, reasons: ['没有印发日期，无法推算'] };
  const [year, number] = yearAndMonth(monthOf(addMonths(issuedOn, later)));
  return dateDigits === undefined ? month(year, number, part) : date(year, number, dateDigits);
}

function doubtful(period: Period | 'impossible' | null, reason: string): Period {
  const known = period === null || period === 'impossible' ? { start: null, due: null } : period;
  return { ...known, reasons: [...(known.reasons ?? []), reason] };
}

function yearAndMonth(text: Month): [number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
}
