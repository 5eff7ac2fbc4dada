import { holidayNoticeUnread } from './calendar.errors.js';
import { addDays, weekdayOf, type Day } from './day.js';
import { readHolidayDays, type NoticeSentence } from './holiday-days.js';
import type { CalendarException, CalendarYear } from './working-calendar.js';

const ITEM = /([一二三四五六七八九十]+)、([^:。,;\d]{2,30}):/g;
const ORDINALS = '一二三四五六七八九十';
// Advice to employers and reminders of duty follow the arrangement; they move no day.
const NO_ARRANGEMENT = /^(?:鼓励|节假日期间|各地区|遇有|国务院办公厅|特此|请)/;

/**
 * Reads the text of the State Council office's yearly notice on holidays (国务院办公厅关于…年部分节假日安排的通知) into
 * the same exceptions as a holiday file, status FINAL. Every sentence of the numbered items must be understood: stated
 * weekdays and totals (共7天) are checked, and what cannot be read refuses the whole notice with that sentence.
 */
export function parseHolidayNotice(text: string): CalendarYear {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const year = yearOf(plain);
  const exceptions = new Map<Day, CalendarException>();
  for (const { name, body } of itemsOf(plain)) {
    for (const sentence of body.split(/[。;]/)) {
      if (sentence === '' || NO_ARRANGEMENT.test(sentence)) continue;
      for (const exception of readSentence(sentence, name, year)) addOnce(exceptions, exception, sentence);
    }
  }
  if (exceptions.size === 0) throw holidayNoticeUnread(plain.slice(0, 40), '找不到“一、元旦：…”这样的条目');
  const days = [...exceptions.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { year, status: 'FINAL', noticeNumber: numberOf(plain), exceptions: days };
}

function yearOf(plain: string): number {
  const match = /(\d{4})年(?:部分)?节假日安排/.exec(plain) ?? /现将(\d{4})年/.exec(plain);
  if (!match) throw holidayNoticeUnread(plain.slice(0, 40), '找不到是哪一年的安排');
  return Number(match[1]);
}

function numberOf(plain: string): string | null {
  const match = /(国办发(?:明电)?)[〔[](\d{4})[〕\]](\d+)号/.exec(plain);
  return match ? `${match[1]}〔${match[2]}〕${match[3]}号` : null;
}

function itemsOf(plain: string): { name: string; body: string }[] {
  const heads = [...plain.matchAll(ITEM)];
  heads.forEach((head, index) => {
    // A gap in the numbers means that an item was not recognised, and its days would be lost in silence.
    if (head[1] !== ORDINALS[index])
      throw holidayNoticeUnread(head[0], `条目序号不连续，应为“${ORDINALS[index]}、”`);
  });
  return heads.map((head, index) => ({
    name: (head[2] ?? '').replace(/和/g, '、'),
    body: plain.slice(head.index + head[0].length, heads[index + 1]?.index ?? plain.length),
  }));
}

function addOnce(into: Map<Day, CalendarException>, exception: CalendarException, sentence: string): void {
  const before = into.get(exception.day);
  if (before && before.isWorking !== exception.isWorking) {
    throw holidayNoticeUnread(sentence, `${exception.day} 既放假又上班`);
  }
  if (!before) into.set(exception.day, exception);
}

const DEED = /^(.*?)(放假调休|放假公休|放假补休|放假|补休|上班)(?:(\d+)天)?$/;

interface SentenceDays {
  readonly off: Day[];
  readonly working: Day[];
  total: number | null;
}

/** One sentence speaks of days off (with 补休 and a total, perhaps), of make-up working days, or of both. */
function readSentence(sentence: string, name: string, year: number): CalendarException[] {
  const days: SentenceDays = { off: [], working: [], total: null };
  for (const clause of sentence.split(/,(?![^(]*\))/)) {
    if (clause !== '' && clause !== '不调休') readClause(clause, days, { year, name, sentence });
  }
  const { off, working, total } = days;
  if (total !== null && total !== off.length) {
    throw holidayNoticeUnread(sentence, `写明共${total}天，列出的是${off.length}天`);
  }
  const wrong = working.find((day) => weekdayOf(day) <= 5);
  if (wrong) throw holidayNoticeUnread(sentence, `${wrong} 本来就是工作日`);
  return [
    ...off.map((day) => ({ day, isWorking: false, name })),
    ...working.map((day) => ({ day, isWorking: true, name })),
  ];
}

function readClause(clause: string, days: SentenceDays, context: NoticeSentence): void {
  const deed = DEED.exec(clause);
  const total = deed ? deed[3] : /^共(\d+)天$/.exec(clause)?.[1];
  if (total !== undefined) days.total = Number(total);
  if (deed) (deed[2] === '上班' ? days.working : days.off).push(...readHolidayDays(deed[1] ?? '', context));
  else if (clause === '与周末连休') days.off.push(...adjacentWeekend(days.off));
  else if (total === undefined) throw holidayNoticeUnread(context.sentence, `不明白“${clause}”`);
}

/** The weekend days that join a holiday without a gap. */
function adjacentWeekend(off: readonly Day[]): Day[] {
  const joined: Day[] = [];
  const isWeekend = (day: Day) => weekdayOf(day) > 5 && !off.includes(day);
  const [first, last] = [off[0], off.at(-1)];
  if (first === undefined || last === undefined) return joined;
  for (let day = addDays(first, -1); isWeekend(day); day = addDays(day, -1)) joined.push(day);
  for (let day = addDays(last, 1); isWeekend(day); day = addDays(day, 1)) joined.push(day);
  return joined;
}
