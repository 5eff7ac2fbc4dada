import { buildLedgerRow } from './build-ledger-row.js';
import { readHeading, yearNotices } from './heading-facts.js';
import type { LedgerReading, LedgerRow, SkippedRow } from './ledger-row.js';
import type { NoticeItem } from './notice-outline.js';
import { outlineOf } from './notice-outline.js';
import type { NoticeParts } from './notice-parts.js';
import { noticeParts } from './notice-parts.js';
import { numberRows } from './number-rows.js';
import { summaryOf } from './read-ledger-sheets.js';
import { reportDuplicates } from './report-duplicates.js';
import type { LedgerContext } from './row-context.js';
import type { ReadCell, TaskDraft } from './task-draft.js';

/** Chapters on how the work is to be done hold no tasks of a department. */
const REQUIREMENTS = /^(?:工作要求|有关要求|相关要求|保障措施|组织保障|组织实施|工作保障|落实要求|几点要求)/;

/**
 * Takes the text of a notice that shares out the year's work; gives the same rows as a ledger. Numbered paragraphs that name units are
 * tasks, those above them their indicators; with 责任单位 alone the first of them leads.
 */
export function readLedgerNotice(text: string, context: LedgerContext): LedgerReading {
  const { preamble, items } = outlineOf(text);
  const heading = readHeading(preamble, context.year);
  const issuedOn = context.issuedOn ?? heading.issuedOn;
  const { drafts, skipped } = draftsOf(items, context);
  const rows = drafts.map((draft) =>
    buildLedgerRow(draft, { ...context, issuedOn, leadColumnExists: false }),
  );
  const numbered: LedgerRow[] = reportDuplicates(numberRows(rows));
  return {
    heading: { ...heading, title: heading.title ?? preamble[0] ?? null, issuedOn },
    rows: numbered,
    summary: summaryOf(numbered),
    skipped,
    notices: [...(rows.length > 0 ? [] : [noTasks()]), ...yearNotices(heading.year, context.year)],
    columns: [],
  };
}

function noTasks(): LedgerReading['notices'][number] {
  const message = '文中没有找到编号的任务条目（如“1.…牵头单位：…”），请检查内容或改用台账表格。';
  return { column: '', cell: '', code: 'NOTICE_WITHOUT_TASKS', message };
}

function draftsOf(
  items: readonly NoticeItem[],
  context: LedgerContext,
): { drafts: TaskDraft[]; skipped: SkippedRow[] } {
  const drafts: TaskDraft[] = [];
  const skipped: SkippedRow[] = [];
  const trail: { level: number; name: string }[] = [];
  items.forEach((item, i) => {
    while ((trail.at(-1)?.level ?? 0) >= item.level) trail.pop();
    const parts = noticeParts(item.lines, context.register);
    const names = trail.map(({ name }) => name);
    const kind = kindOf(item, items[i + 1], parts, names);
    if (kind === 'TASK') drafts.push(draftOf(item, parts, names));
    else skipped.push(skippedOf(item, kind));
    if (kind === 'SECTION') trail.push({ level: item.level, name: titleOf(parts.text).title });
  });
  return { drafts, skipped };
}

/** What names nobody and has numbers below it, or is a chapter, heads the tasks that follow. */
function kindOf(
  item: NoticeItem,
  next: NoticeItem | undefined,
  parts: NoticeParts,
  above: readonly string[],
): 'TASK' | 'SECTION' | 'NOTE' {
  if (parts.departments) return 'TASK';
  const isChapter = item.level === 1 && parts.deadline === '';
  if (isChapter || (next && next.level > item.level)) return 'SECTION';
  return above.some((name) => REQUIREMENTS.test(name)) ? 'NOTE' : 'TASK';
}

function skippedOf(item: NoticeItem, reason: SkippedRow['reason']): SkippedRow {
  return { place: { sheet: '', row: item.paragraph }, reason, text: item.lines.join(' ') };
}

function draftOf(item: NoticeItem, parts: NoticeParts, indicators: string[]): TaskDraft {
  const { title, measures } = titleOf(parts.text);
  const read = (column: string, text: string): ReadCell | null =>
    text ? { column, address: `第${item.paragraph}段`, text, cell: null } : null;
  const measure = read('工作措施', measures);
  const departments = read('责任单位', parts.departments);
  const deadline = read('完成时限', parts.deadline);
  return {
    place: { sheet: '', row: item.paragraph },
    number: read('序号', item.number),
    indicators,
    title: read('任务', title),
    measures: measure ? [measure] : [],
    lists: departments ? [{ column: 'RESPONSIBLE', read: departments }] : [],
    deadlines: deadline ? [{ read: deadline, label: '' }] : [],
    amount: null,
    unit: null,
    goal: null,
    months: [],
    raw: { 原文: item.lines.join('\n') },
    problems: [],
    struck: false,
  };
}

/** The first sentence names the task, the others say how. */
function titleOf(text: string): { title: string; measures: string } {
  const end = /[。\n]/.exec(text);
  if (!end) return { title: text, measures: '' };
  return { title: text.slice(0, end.index), measures: text.slice(end.index + 1).trim() };
}
