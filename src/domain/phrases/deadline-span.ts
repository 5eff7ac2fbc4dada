import type { DeadlineContext } from './deadline.js';
import { readPoint, type Carried, type Point } from './deadline-point.js';
import { readYear } from './deadline-year.js';

/** A point, or a stretch from one point to another (then `isRange`). */
export interface Span extends Point {
  readonly isRange: boolean;
}

/** Reads a point or a range (6-9月, 2021-2025年, 3月15日至4月15日) from the head of a text. */
export function readSpan(text: string, context: DeadlineContext, carried: Carried = {}): Span | null {
  const head = text.replace(/^[自从](?=[\d今本明次上下第])/, '');
  const skipped = text.length - head.length;
  const span = shortRange(head, context, carried) ?? pointOrRange(head, context, carried);
  return span && { ...span, length: span.length + skipped };
}

/** Ranges whose first half leaves its unit to the second. */
function shortRange(text: string, context: DeadlineContext, carried: Carried): Span | null {
  const years = /^(\d{4})[-至到](\d{4})(年度?|(?![\d年月.-]))/.exec(text);
  if (years) return join(text, `${years[1]}年`, `${years[2]}年`, years[0], { context, carried });
  const year = readYear(text, context.planYear);
  const named = text.slice(0, year.length);
  const rest = text.slice(year.length);
  const units = /^(?:(\d{1,2})[-至到](\d{1,2})月(?!\d)|第?([1-4])[-至到]第?([1-4])季度)/.exec(rest);
  if (!units) return null;
  const unit = units[1] === undefined ? '季度' : '月';
  const [from, to] = [units[1] ?? units[3], units[2] ?? units[4]];
  return join(text, `${named}${from}${unit}`, `${to}${unit}`, named + units[0], { context, carried });
}

interface Where {
  readonly context: DeadlineContext;
  readonly carried: Carried;
}

/** Reads both spelled-out halves and whatever closes the range (底, 前). */
function join(text: string, from: string, to: string, written: string, where: Where): Span | null {
  const first = readPoint(from, where.context, where.carried);
  const closing = /^(?:底|内)?(?:以前|之前|前|止|期间)?/.exec(text.slice(written.length))?.[0] ?? '';
  const second = readPoint(to, where.context, first?.carried);
  return first && second ? rangeOf(first, second, written.length + closing.length, text) : null;
}

function pointOrRange(text: string, context: DeadlineContext, carried: Carried): Span | null {
  const first = readPoint(text, context, carried);
  if (!first) return null;
  const rest = text.slice(first.length);
  const link = first.closed ? null : /^(?:起|开始)?[-至到]/.exec(rest);
  const second = link ? readPoint(rest.slice(link[0].length), context, first.carried) : null;
  if (!link || !second) return { ...first, isRange: false };
  return rangeOf(first, second, first.length + link[0].length + second.length, text);
}

function rangeOf(first: Point, second: Point, length: number, text: string): Span {
  const turned = first.start !== null && second.due !== null && first.start > second.due;
  const impossible = first.impossible ?? second.impossible;
  return {
    due: turned ? null : second.due,
    start: turned ? null : first.start,
    length,
    // 11月-2月 may cross the year or be a slip: only the writer knows.
    reasons: turned
      ? [`“${text.slice(0, length)}”起止颠倒，如跨年请写明年份`]
      : [...new Set([...first.reasons, ...second.reasons])],
    ...(second.time === undefined ? {} : { time: second.time }),
    carried: second.carried,
    ...(impossible === undefined ? {} : { impossible }),
    closed: true,
    isRange: true,
  };
}
