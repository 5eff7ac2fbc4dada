import { addDays, isDay, type Day } from '../../domain/calendar/day.js';
import { csvRecords, type CsvRecord } from './csv-records.js';
import { importRefused, type RowFault } from './organization.errors.js';
import { POST_KINDS, type PostKind } from './post.store.js';

/** A term as an import file words it. */
export interface PostLine {
  line: number;
  code: string;
  department: string;
  kind: PostKind;
  holder: string;
  email: string;
  fromDay: Day;
  toDay: Day | null;
}

const COLUMNS = ['code', 'department', 'kind', 'holder', 'email', 'from', 'to'];
export const POST_CODE = /^[A-Z][A-Z0-9-]{1,39}$/;
export const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MAX_TEXT = 100;

/**
 * Takes the bytes of a csv file with the columns code, department, kind, holder, email (may be empty), from, to (empty
 * while in office). Gives the terms. Refuses the whole file with every faulty cell (ORGANIZATION_FILE_INVALID).
 */
export function parsePostFile(bytes: Buffer): PostLine[] {
  const records = csvRecords(bytes, COLUMNS, []);
  const faults = records.flatMap(faultsOf);
  if (records.length === 0) faults.push({ line: 2, column: 'code', message: '文件中没有岗位' });
  if (faults.length > 0) throw importRefused(faults);
  return records.map(lineOf);
}

/** A term among the others of its post; `line` where it comes from a file. */
export interface TermDays {
  fromDay: Day;
  toDay: Day | null;
  line?: number;
}

/**
 * Puts the terms of one post in order and ends an open one the day before the next begins. Gives them with the faults
 * of terms that begin on the same day or overlap.
 */
export function orderTerms<Term extends TermDays>(
  terms: readonly Term[],
): { terms: Term[]; faults: RowFault[] } {
  const ordered = [...terms].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  const faults: RowFault[] = [];
  const settled = ordered.map((term, index) => {
    const next = ordered[index + 1];
    if (!next) return term;
    const line = next.line ?? term.line ?? 0;
    if (next.fromDay === term.fromDay)
      faults.push({ line, column: 'from', message: `同一岗位有两任都始于 ${term.fromDay}` });
    else if (term.toDay !== null && term.toDay >= next.fromDay) {
      faults.push({ line, column: 'from', message: `与前一任（至 ${term.toDay}）的任期重叠` });
    }
    return term.toDay === null ? { ...term, toDay: addDays(next.fromDay, -1) } : term;
  });
  return { terms: settled, faults };
}

/** The cells in the order of the columns; every one is there once the header has been checked. */
type Cells = [string, string, string, string, string, string, string];

function isEmailOrNone(text: string): boolean {
  return text === '' || EMAIL.test(text);
}

function isLastDayOrNone(from: string, to: string): boolean {
  return to === '' || (isDay(to) && to >= from);
}

function faultsOf({ line, cells }: CsvRecord): RowFault[] {
  const [code, department, kind, holder, email, from, to] = COLUMNS.map((column) => cells[column]) as Cells;
  const checks: [column: string, ok: boolean, message: string][] = [
    ['code', POST_CODE.test(code), '岗位代码应为大写字母、数字和连字符，以字母开头'],
    ['department', department !== '', '应填写单位代码'],
    ['kind', (POST_KINDS as readonly string[]).includes(kind), `应为 ${POST_KINDS.join('、')} 之一`],
    ['holder', holder !== '' && holder.length <= MAX_TEXT, '应填写在任人员姓名'],
    ['email', isEmailOrNone(email), '不是邮箱地址'],
    ['from', isDay(from), '应为 2023-01-10 样式的日期'],
    ['to', isLastDayOrNone(from, to), '应留空，或者为不早于任职日的日期'],
  ];
  return checks.filter(([, ok]) => !ok).map(([column, , message]) => ({ line, column, message }));
}

function lineOf({ line, cells }: CsvRecord): PostLine {
  const [code, department, kind, holder, email, fromDay, to] = COLUMNS.map(
    (column) => cells[column],
  ) as Cells;
  const toDay = to === '' ? null : to;
  return { line, code, department, kind: kind as PostKind, holder, email, fromDay, toDay };
}
