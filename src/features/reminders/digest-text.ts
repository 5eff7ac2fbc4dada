import { partsOf, type Day } from '../../domain/calendar/day.js';
import { periodInWords } from '../../domain/calendar/words.js';

/** What a digest says of one reminder. */
export interface DigestItemFacts {
  /** 文书编号, e.g. 催〔2023〕5号. */
  number: string;
  label: string;
  /** TASK · MILESTONE · REPORT · DECISIONS · HEARINGS. */
  subjectKind: string;
  taskNumber: string;
  taskTitle: string;
  node: string;
  period: string;
  replyBy: Day | null;
  /** Deadline, days and why the rung was reached, as of the day of deciding. */
  explanation: string;
}

/** Mildest first; in a digest the gravest stand first. */
const RUNGS = ['提醒', '月报提醒', '月报催报', '催办', '督办', '通报', '约谈'];

/** One line of subject: how many things, and the gravest of them. */
export function digestSubject(day: Day, items: readonly DigestItemFacts[]): string {
  const counts = countByLabel(items).map(({ label, n }) => `${label}${n}项`);
  return `【法治调度】${monthAndDate(day)}待办事项${items.length}项（${counts.join('、')}）`;
}

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
  if (item.subjectKind === 'DECISIONS') return `重大行政决策《${item.taskTitle}》`;
  if (item.subjectKind === 'HEARINGS') return `${item.taskNumber}${item.taskTitle}`;
  const task = `第${item.taskNumber}项《${item.taskTitle}》`;
  if (item.subjectKind === 'REPORT') return `${task}${periodInWords(item.period)}进展月报`;
  return item.node === '' ? task : `${task}（${item.node}）`;
}

function monthAndDate(day: Day): string {
  const [, month, date] = partsOf(day);
  return `${month}月${date}日`;
}
