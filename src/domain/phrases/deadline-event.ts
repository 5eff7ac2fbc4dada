import { addDays, type Day } from '../calendar/day.js';
import { previousWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import { deadlineOf, unread, type Deadline, type DeadlineContext } from './deadline.js';
import { unreadTail } from './deadline-verbs.js';
import { readYear } from './deadline-year.js';

// Phrase → the word by which the published holiday is named.
const HOLIDAYS: readonly (readonly [RegExp, string])[] = [
  [/^元旦节?/, '元旦'],
  [/^(?:春节|新春佳节)/, '春节'],
  [/^清明节?/, '清明'],
  [/^(?:五一国际劳动节|国际劳动节|五一劳动节|五一节?|劳动节)/, '劳动节'],
  [/^端午节?/, '端午'],
  [/^中秋节?/, '中秋'],
  [/^(?:十一国庆节?|国庆节?|十一(?=前|假期|长假))/, '国庆'],
];
// 国家宪法日 is 4 December (全国人大常委会 2014-11-01 决定); 前 is inclusive of the day before it.
const CONSTITUTION_DAY = /^(?:12[·.]4)?(?:国家)?宪法日/;
const BEFORE = /^(?:假期|长假|放假)?(?:之前|以前|前)/;
const UNKNOWN_EVENT = /^([\p{Script=Han}]{2,14}?)(?:之前|以前|前)(.{0,40})$/u;
const NO_EVENT = /尽|提|此|目|当|底|旬|年|月|日|周|季|时/;

/** Reads 春节前 (the last working day before the block), 国家宪法日前, 两会前; null where no event is named. */
export function readEvent(text: string, context: DeadlineContext): Deadline | null {
  const named = readYear(text, context.planYear);
  const year = named.year ?? context.planYear;
  const rest = text.slice(named.length).replace(/^的/, '');
  const constitution = CONSTITUTION_DAY.exec(rest);
  if (constitution)
    return concluded(rest.slice(constitution[0].length), { due: `${year}-12-03`, reasons: [] });
  for (const [pattern, name] of HOLIDAYS) {
    const match = pattern.exec(rest);
    if (match) return concluded(rest.slice(match[0].length), beforeHoliday(name, year, context.calendar));
  }
  return unknownEvent(rest);
}

function unknownEvent(text: string): Deadline | null {
  const match = UNKNOWN_EVENT.exec(text);
  const name = match?.[1] ?? '';
  if (name === '' || NO_EVENT.test(name)) return null;
  return deadlineOf('event', {}, [`“${name}”的日期未知`, ...unreadTail(match?.[2] ?? '')]);
}

interface Found {
  readonly due: Day | null;
  readonly reasons: readonly string[];
}

function concluded(rest: string, found: Found): Deadline {
  const before = BEFORE.exec(rest);
  // 春节期间, 国庆节后: the grammar gives a day only to what lies before the holiday.
  if (!before) return deadlineOf('event', {}, [rest === '' ? '没有写明“前”，日期未定' : unread(rest)]);
  const reasons = [...found.reasons, ...unreadTail(rest.slice(before[0].length))];
  return deadlineOf('event', { due: found.due }, reasons);
}

function beforeHoliday(name: string, year: number, calendar: WorkingCalendar | undefined): Found {
  if (!calendar) return { due: null, reasons: ['没有工作日历，无法推算'] };
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const exception = calendar.exceptionOn(day);
    if (!exception || exception.isWorking || !exception.name.includes(name)) continue;
    const { day: due, status } = previousWorkingDay(calendar, addDays(day, -1));
    const provisional = status === 'PROVISIONAL' || calendar.statusOf(day) === 'PROVISIONAL';
    return { due, reasons: provisional ? [`${year}年节假日安排未公布，日期为暂定`] : [] };
  }
  return { due: null, reasons: [`${year}年节假日安排中没有“${name}”，无法推算`] };
}
