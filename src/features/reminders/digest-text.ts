import { partsOf, type Day } from '../../domain/calendar/day.js';

/** What a digest says of one reminder. */
export interface DigestItemFacts {
  /** 文书编号, e.g. 催〔2023〕5号. */
  number: string;
  label: string;
  /** TASK · MILESTONE · REPORT. */
  subjectKind: string;
  taskNumber: string;
  taskTitle: string;
  node: string;
  period: string;
  replyBy: Day | null;
  /** Deadline, days and why the rung was reached, as of the day of deciding. */
  explanation: string;
}

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

/** Mildest first; in a digest the gravest stand first. */
const RUNGS = ['提醒', '月报提醒', '月报催报', '催办', '督办', '通报', '约谈'];

/** One line of subject: how many things, and the gravest of them. */
export function digestSubject(day: Day, items: readonly DigestItemFacts[]): string {
  const counts = countByLabel(items).map(({ label, n }) => `${label}${n}项`);
  return `【法治调度】${monthAndDate(day)}待办事项${items.length}项（${counts.join('、')}）`;
}

/** The whole digest as plain text: 抬头, list of items by rung, 落款. The order within a rung is the order given. */
export function digestText(head: DigestHead, items: readonly DigestItemFacts[]): string {
  const ordered = gravestFirst(items);
  return [
    salutation(head),
    '',
    `　　现将贵单位需办理的法治政府建设重点任务有关事项提醒如下，共${items.length}项，请抓紧办理，按期答复。`,
    ...(head.isFallback ? [FALLBACK] : []),
    '',
    ...ordered.flatMap((item, i) => [...itemLines(item, i + 1), '']),
    '　　如已办结或者情况有变化的，请及时在系统内报送进展或者提出申请。',
    '',
    `　　　　　　　　${head.office}`,
    `　　　　　　　　${fullDate(head.day)}`,
    '',
  ].join('\n');
}

const FALLBACK = '　　贵单位联络员岗位目前空缺，本件送单位负责人阅处，请尽快明确联络员并告知我办。';

/** The same items, gravest rung first. */
export function gravestFirst<Item extends { label: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => RUNGS.indexOf(b.label) - RUNGS.indexOf(a.label));
}

/** How many items of each label, gravest first. */
export function countByLabel(items: readonly { label: string }[]): { label: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { label } of gravestFirst(items)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, n]) => ({ label, n }));
}

/** What the thing is about, e.g. 第12项《…》（一季度）. */
export function thingOf(item: DigestItemFacts): string {
  const task = `第${item.taskNumber}项《${item.taskTitle}》`;
  if (item.subjectKind === 'REPORT') return `${task}${monthText(item.period)}进展月报`;
  return item.node === '' ? task : `${task}（${item.node}）`;
}

/** 2023年11月30日, without leading zeros (GB/T 9704-2012). */
export function fullDate(day: Day): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

function salutation({ department, recipient, holder, isFallback }: DigestHead): string {
  const duty = recipient === 'LIAISON' && !isFallback ? '联络员' : '负责人';
  return `${department}${duty}${holder === '' ? '' : `（${holder}）`}：`;
}

function itemLines(item: DigestItemFacts, ordinal: number): string[] {
  const number = item.number === '' ? '' : `（${item.number}）`;
  const reply = item.replyBy === null ? '' : `请于${fullDate(item.replyBy)}前书面答复办理情况。`;
  return [`${ordinal}. 【${item.label}】${thingOf(item)}${number}`, `   ${item.explanation}${reply}`];
}

function monthAndDate(day: Day): string {
  const [, month, date] = partsOf(day);
  return `${month}月${date}日`;
}

function monthText(period: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(period);
  return match ? `${match[1]}年${Number(match[2])}月` : period;
}
