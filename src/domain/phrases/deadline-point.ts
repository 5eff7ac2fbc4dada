import { addMonths, weekdayOf, type Day } from '../calendar/day.js';
import { monthOf, type Month } from '../calendar/month.js';
import type { DeadlineContext } from './deadline.js';
import { clock, date, doubtful, month, months, partOfYear, quarter, type Period } from './deadline-period.js';
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
  const [weekday, written] = /^\((?:星期|周)([一二三四五六日天])\)/.exec(text.slice(length)) ?? [''];
  const body = length + weekday.length;
  const [before] = /^(?:以前|之前|前|为止|截止|止|以内|之内|)/.exec(text.slice(body)) ?? [''];
  const closing = { length: body + before.length, closed: before !== '' };
  if (period === 'impossible') {
    const impossible = text.slice(0, length);
    return { ...closing, due: null, start: null, reasons: [], carried: scope.carried, impossible };
  }
  const { start, due, time, vague } = period;
  const reasons = [...(period.reasons ?? []), ...weekdayReason(due, written)];
  if (vague && before.endsWith('前')) {
    reasons.push(`“${text.slice(0, closing.length)}”是否含该期间不明确，暂按期末`);
  }
  return {
    ...closing,
    start,
    due,
    reasons,
    carried: carryOn(due, scope),
    ...(time === undefined ? {} : { time }),
  };
}

function carryOn(due: Day | null, scope: Scope): Carried {
  return due === null ? scope.carried : { year: Number(due.slice(0, 4)), month: monthOf(due) };
}

function weekdayReason(due: Day | null, written: string | undefined): string[] {
  if (due === null || written === undefined) return [];
  const actual = '一二三四五六日'.charAt(weekdayOf(due) - 1);
  return actual === written.replace('天', '日') ? [] : [`写的是星期${written}，${due} 实为星期${actual}`];
}

function unlessNamed(scope: Scope, period: Period | 'impossible'): Period | 'impossible' | null {
  return scope.named === null ? period : null;
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

function yearAndMonth(text: Month): [number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
}
