import type { Day } from '../../domain/calendar/day.js';
import { periodInWords } from '../../domain/calendar/words.js';
import { groupedBy } from '../../domain/grouped-by.js';
import { gravestFirst, thingOf, type DigestItemFacts } from './digest-text.js';

/** One line of a digest: a reminder, or all reports of one month that are asked for in the same words. */
export interface DigestEntry {
  label: string;
  /** What it is about. */
  thing: string;
  /** Numbers of the papers, in order. */
  numbers: string[];
  explanation: string;
  replyBy: Day | null;
}

/**
 * Puts items into lines, gravest first. A department that owes twenty reports is asked for them once, with the numbers
 * of its tasks, and not in twenty sentences that differ by nothing else.
 */
export function digestEntries(items: readonly DigestItemFacts[]): DigestEntry[] {
  const lines = groupedBy(gravestFirst(items), (item) =>
    item.subjectKind === 'REPORT' ? [item.label, item.period, item.explanation].join('|') : item,
  );
  return [...lines.values()].map(entryOf);
}

function entryOf(items: [DigestItemFacts, ...DigestItemFacts[]]): DigestEntry {
  const [first] = items;
  return {
    label: first.label,
    thing: items.length === 1 ? thingOf(first) : thingsOf(items),
    numbers: items.map(({ number }) => number).filter((number) => number !== ''),
    explanation: first.explanation,
    replyBy: first.replyBy,
  };
}

function thingsOf(reports: readonly [DigestItemFacts, ...DigestItemFacts[]]): string {
  const tasks = reports.map(({ taskNumber }) => taskNumber).join('、');
  return `第${tasks}项任务${periodInWords(reports[0].period)}进展月报（共${reports.length}份）`;
}
