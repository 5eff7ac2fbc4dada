import type { Day } from '../../domain/calendar/day.js';
import { dayInWords } from '../../domain/calendar/words.js';
import { digestEntries, type DigestEntry } from './digest-entries.js';
import type { DigestItemFacts } from './digest-text.js';

/** Whom a digest addresses and who sends it. */
export interface DigestHead {
  day: Day;
  department: string;
  recipient: 'LIAISON' | 'HEAD';
  /** Empty when the post is vacant. */
  holder: string;
  /** The liaison's post is vacant, so it goes to the head. */
  isFallback: boolean;
  office: string;
}

/** The whole digest as plain text: 抬头, list of items by rung, 落款. The order within a rung is the order given. */
export function digestText(head: DigestHead, items: readonly DigestItemFacts[]): string {
  return [
    salutation(head),
    '',
    `　　现将贵单位需办理的${scopeWords(items)}有关事项提醒如下，共${items.length}项，请抓紧办理，按期答复。`,
    ...(head.isFallback ? [FALLBACK] : []),
    '',
    ...digestEntries(items).flatMap((entry, i) => [...entryLines(entry, i + 1), '']),
    '　　如已办结或者情况有变化的，请及时在系统内报送进展或者提出申请。',
    '',
    `　　　　　　　　${head.office}`,
    `　　　　　　　　${dayInWords(head.day)}`,
    '',
  ].join('\n');
}

/** What the letter is about: the year's tasks, or also duties under law that stand in other registers. */
function scopeWords(items: readonly DigestItemFacts[]): string {
  const isOther = ({ subjectKind }: DigestItemFacts) =>
    subjectKind === 'DECISIONS' || subjectKind === 'HEARINGS';
  return items.some(isOther) ? '法治政府建设' : '法治政府建设重点任务';
}

const FALLBACK = '　　贵单位联络员岗位目前空缺，本件送单位负责人阅处，请尽快明确联络员并告知我办。';

function salutation({ department, recipient, holder, isFallback }: DigestHead): string {
  const duty = recipient === 'LIAISON' && !isFallback ? '联络员' : '负责人';
  return `${department}${duty}${holder === '' ? '' : `（${holder}）`}：`;
}

function entryLines(entry: DigestEntry, ordinal: number): string[] {
  const numbers = entry.numbers.length === 0 ? '' : `（${entry.numbers.join('、')}）`;
  const reply = entry.replyBy === null ? '' : `请于${dayInWords(entry.replyBy)}前书面答复办理情况。`;
  return [`${ordinal}. 【${entry.label}】${entry.thing}${numbers}`, `   ${entry.explanation}${reply}`];
}
