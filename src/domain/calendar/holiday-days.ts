import { holidayNoticeUnread } from './calendar.errors.js';
import { addDays, dayOf, daysBetween, weekdayOf, type Day } from './day.js';

/** What a reading of days needs to know: the notice's year, the holiday's name, the sentence for a refusal. */
export interface NoticeSentence {
  readonly year: number;
  readonly name: string;
  readonly sentence: string;
}

const DATE = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/;
// No arrangement has closed the offices for longer; a longer range is a misprint.
const LONGEST_BLOCK = 20;

/**
 * Reads a list of days and ranges as a notice writes them: `1月28日(星期六)、29日(星期日)`, `12月31日至2023年1月2日`.
 * A missing month is the one before it; a missing year the notice's. Refuses days that do not exist, a weekday that does
 * not fit its date, and anything left over.
 */
export function readHolidayDays(text: string, context: NoticeSentence): Day[] {
  const days: Day[] = [];
  let rest = text;
  let carried: Carried = { year: context.year, month: null };
  while (rest !== '') {
    const from = readDate(rest, carried, context);
    rest = from.rest;
    carried = from.carried;
    if (/^[至到-]/.test(rest)) {
      const to = readDate(rest.slice(1), carried, context);
      days.push(...rangeOf(from.day, to.day, context));
      rest = to.rest;
      carried = to.carried;
    } else days.push(from.day);
    if (rest !== '') {
      if (!/^[、和及]/.test(rest)) throw holidayNoticeUnread(context.sentence, `不明白“${rest}”`);
      rest = rest.slice(1);
    }
  }
  if (days.length === 0) throw holidayNoticeUnread(context.sentence, '没有日期');
  return days;
}

interface Carried {
  readonly year: number;
  readonly month: number | null;
}

function readDate(
  text: string,
  carried: Carried,
  context: NoticeSentence,
): { day: Day; rest: string; carried: Carried } {
  const match = DATE.exec(text);
  if (!match) throw holidayNoticeUnread(context.sentence, `“${text}”不是日期`);
  const at = yearAndMonthOf(match, carried, context);
  const day = dayOf(at.year, at.month, Number(match[3]));
  if (day === null || Math.abs(at.year - context.year) > 1) {
    throw holidayNoticeUnread(context.sentence, `“${match[0]}”不是有效日期`);
  }
  assertWeekday(day, match[4] ?? '', context);
  return { day, rest: text.slice(match[0].length), carried: at };
}

function yearAndMonthOf(
  match: RegExpExecArray,
  carried: Carried,
  context: NoticeSentence,
): { year: number; month: number } {
  const [whole, year, writtenMonth] = match;
  const month = writtenMonth === undefined ? carried.month : Number(writtenMonth);
  if (month === null) throw holidayNoticeUnread(context.sentence, `“${whole}”没有写明月份`);
  // 12月 without a year under 元旦 may be this year's or last year's December: not to be guessed.
  const isFirst = year === undefined && carried.month === null;
  if (month === 12 && isFirst && context.name.includes('元旦')) {
    throw holidayNoticeUnread(context.sentence, '元旦条目中的12月没有写明年份');
  }
  return { year: year === undefined ? carried.year : Number(year), month };
}

/** A weekday in the brackets after a date guards against a misprint in the date. */
function assertWeekday(day: Day, brackets: string, context: NoticeSentence): void {
  const weekday = /(?:星期|周)([一二三四五六日天])/.exec(brackets)?.[1];
  if (weekday === undefined || '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1 === weekdayOf(day))
    return;
  throw holidayNoticeUnread(context.sentence, `${day} 不是星期${weekday}`);
}

function rangeOf(from: Day, to: Day, context: NoticeSentence): Day[] {
  const length = daysBetween(from, to) + 1;
  if (length < 2 || length > LONGEST_BLOCK)
    throw holidayNoticeUnread(context.sentence, `${from} 至 ${to} 起止不对`);
  return Array.from({ length }, (_, index) => addDays(from, index));
}
