import type { SheetHeader } from './find-header.js';
import type { LedgerField } from './ledger-field.js';
import { headingWord } from './ledger-field.js';
import type { SheetView } from './sheet-view.js';

/** What a row below the heading is. */
export type RowKind =
  | { kind: 'BLANK' | 'TOTAL' | 'NOTE' | 'REPEATED_HEADER' }
  | { kind: 'SECTION'; level: 1 | 2; name: string }
  | { kind: 'TASK' };

const TOTAL = /^(?:合计|总计|小计|共计|累计|合\s*计|总\s*计)(?:[:：(（]|\s|\d|$)/;
const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|备注说明|附注)\s*\d?\s*[:：]|^(?:填表人|填报人|制表人?|审核人?|审批人|联系电话|填报单位|填表单位|单位负责人|主要领导|签字|盖章|填报日期|填表日期|制表日期|印发日期|附件\s*\d*)\s*(?:[:：(（]|$)/;
const NUMBERED = /^(?:第?[一二三四五六七八九十]{1,3}[、.．章节]|板块[一二三四五六七八九十])\s*/;
const NUMBERED_BELOW = /^[(（][一二三四五六七八九十]{1,3}[)）]\s*[、.]?\s*/;

/** Columns in which a section's name stands; an unnamed column (null) is one of them. */
const HEADING_FIELDS: ReadonlySet<LedgerField | null> = new Set([
  'NUMBER',
  'INDICATOR_1',
  'INDICATOR_2',
  'TITLE',
  null,
]);
const LONGEST_NAME = 40;

/** Takes a row; says whether it is a task or one of the rows that ledgers have beside tasks. */
export function rowKindOf(view: SheetView, row: number, header: SheetHeader): RowKind {
  const words = view.ownWordsOf(row);
  const [first] = words;
  if (!first) return { kind: 'BLANK' };
  if (isRepeatedHeader(view, row, header)) return { kind: 'REPEATED_HEADER' };
  const text = first.text.normalize('NFKC');
  if (TOTAL.test(text)) return { kind: 'TOTAL' };
  if (NOTE.test(text)) return { kind: 'NOTE' };
  if (words.length > 1) return { kind: 'TASK' };
  return sectionOf(view, row, first, header);
}

/** A single text across the table, or numbered 一、 / （一）, heads the tasks below it; a lone measure does not. */
function sectionOf(
  view: SheetView,
  row: number,
  { column, text }: { column: number; text: string },
  header: SheetHeader,
): RowKind {
  const wide = spreads(view, row, column, header);
  const below = NUMBERED_BELOW.test(text);
  const numbered = below || NUMBERED.test(text);
  const heads = HEADING_FIELDS.has(header.columns[column]?.field ?? null);
  if (!wide && !(numbered && heads)) return { kind: 'TASK' };
  if (!numbered && text.length > LONGEST_NAME) return { kind: 'NOTE' };
  return { kind: 'SECTION', level: below ? 2 : 1, name: sectionName(text) };
}

/** The text lies across half of the table or more. */
function spreads(view: SheetView, row: number, column: number, header: SheetHeader): boolean {
  const range = view.rangeAt(row, column);
  const used = header.columns.filter(({ heading }) => heading !== '').length;
  return range !== null && range.right - range.left + 1 >= Math.max(3, used / 2);
}

/** The name of a section without its number. */
export function sectionName(text: string): string {
  return text.replace(NUMBERED, '').replace(NUMBERED_BELOW, '').trim();
}

/** Pages printed apart repeat the heading: at least two cells, all of them words of the heading of their column. */
function isRepeatedHeader(view: SheetView, row: number, header: SheetHeader): boolean {
  const words = view.wordsOf(row);
  if (words.length < 2) return false;
  return words.every(({ column, text }) => {
    const path = header.columns[column]?.path ?? [];
    return path.some((part) => headingWord(part) === headingWord(text));
  });
}
