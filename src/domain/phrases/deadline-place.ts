import type { DeadlineContext, DeadlineFields, Frequency } from './deadline.js';
import { readPoint } from './deadline-point.js';

/** A place inside the period and what is left of the text. */
export interface Place {
  readonly fields: DeadlineFields;
  readonly rest: string;
  readonly reasons: readonly string[];
  readonly remark?: string;
}

const TEN_DAYS: Readonly<Record<string, number | 'last'>> = {
  底: 'last',
  上旬: 10,
  中旬: 20,
  下旬: 'last',
  初: 10,
  中: 20,
};

const CLAMPED = '没有该日的月份按月末计';

/** Reads where in its period a recurring deadline falls due; 'invalid' for a date no month has. */
export function readPlace(text: string, freq: Frequency, context: DeadlineContext): Place | 'invalid' {
  if (freq === 'annual') return placeInYear(text, context);
  if (freq === 'weekly') return placeInWeek(text);
  if (freq === 'daily') return { fields: {}, rest: text, reasons: [] };
  const inMonth = freq === 'monthly' ? { fields: {}, rest: text } : monthOfPeriod(text, freq);
  return placeInMonth(inMonth.rest, inMonth.fields, freq);
}

const CLOSING = '(?:以前|之前|前|止|内)?';
const DATE = new RegExp(`^(\\d{1,2})[日号]${CLOSING}`);
const PART = new RegExp(`^(底|上旬|中旬|下旬|初|中(?!旬|期))?${CLOSING}`);

function placeInMonth(text: string, fields: DeadlineFields, freq: Frequency): Place | 'invalid' {
  const date = DATE.exec(text);
  if (date) {
    const byDay = Number(date[1]);
    if (byDay < 1 || byDay > 31) return 'invalid';
    const shortest = freq === 'monthly' || fields.byMonth === 2 ? 28 : 30;
    const remark = byDay > shortest ? { remark: CLAMPED } : {};
    return { fields: { ...fields, byDay }, rest: text.slice(date[0].length), reasons: [], ...remark };
  }
  return placeByPart(text, fields);
}

function placeByPart(text: string, fields: DeadlineFields): Place {
  const [whole, part = ''] = PART.exec(text) ?? [''];
  const rest = text.slice(whole.length);
  const byDay = TEN_DAYS[part];
  if (byDay === undefined) return { fields, rest, reasons: [] };
  const isVague = part === '初' || part === '中';
  const reasons = isVague ? [`“${part}”没有写明日期，暂按${byDay}日`] : [];
  return { fields: { ...fields, byDay }, rest, reasons };
}

/** 首月, 最后一个月, 第二个月 of a quarter or half-year; the last month is the rule and needs no number. */
function monthOfPeriod(text: string, freq: Frequency): { fields: DeadlineFields; rest: string } {
  const last = /^(?:最后1?个月|末月)(?:份)?的?/.exec(text);
  if (last) return { fields: {}, rest: text.slice(last[0].length) };
  const match = /^(?:首个?月|第(\d)个?月)(?:份)?的?/.exec(text);
  const byMonth = Number(match?.[1] ?? 1);
  const isInPeriod = byMonth >= 1 && byMonth <= (freq === 'quarterly' ? 3 : 6);
  return match && isInPeriod
    ? { fields: { byMonth }, rest: text.slice(match[0].length) }
    : { fields: {}, rest: text };
}

function placeInWeek(text: string): Place {
  const match = /^(?:的?(?:星期|周))?([一二三四五六日天]|[1-7](?![\d次]))?(?:以前|之前|前|止|内)?/.exec(text);
  const written = match?.[1];
  if (written === undefined) return { fields: {}, rest: text, reasons: [] };
  const byWeekday = '一二三四五六日'.indexOf(written.replace('天', '日')) + 1 || Number(written);
  return { fields: { byWeekday }, rest: text.slice(match?.[0].length ?? 0), reasons: [] };
}

/** The due day of an annual deadline is that of the plan year; without a date it is the year's last day. */
function placeInYear(text: string, context: DeadlineContext): Place | 'invalid' {
  const endOfYear = `${context.planYear}-12-31`;
  const end = /^(?:底|年底|终)(?:以前|之前|前)?/.exec(text);
  if (end) return { fields: { due: endOfYear }, rest: text.slice(end[0].length), reasons: [] };
  const point = readPoint(text, context);
  if (point?.impossible !== undefined) return 'invalid';
  if (!point || point.due === null) return { fields: { due: endOfYear }, rest: text, reasons: [] };
  return { fields: { due: point.due }, rest: text.slice(point.length), reasons: point.reasons };
}
