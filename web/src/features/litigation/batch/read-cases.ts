import type { components } from '../../../api/schema.js';
import { codeOf, dayOf, rowsOf, type Departments } from '../pasted-cells.js';

type Filing = components['schemas']['RegisterCaseRequest'];
type Level = Filing['instance']['level'];

/** Columns of a list of cases, in their order where the list has no headings. */
export const CASE_COLUMNS = [
  'number',
  'court',
  'filedOn',
  'plaintiff',
  'cause',
  'parties',
  'actSued',
  'level',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

/** Words a list is read with; several for one thing are parted by spaces. */
export interface CaseWords {
  departments: Departments;
  headings: Readonly<Record<CaseColumn, string>>;
  levels: Readonly<Record<Level, string>>;
}

/** What is wrong in one cell. */
export interface CellFault {
  row: number;
  column: CaseColumn;
  text: string;
}

/** One case as it would be registered. */
export interface ReadCase {
  row: number;
  /** The line as it was pasted, so that it can stay in the form when it is refused. */
  text: string;
  filing: Filing;
}

/** A pasted list, read without anything being written. */
export interface ReadCases {
  cases: ReadCase[];
  faults: CellFault[];
  /** The line of headings, or nothing. */
  heading: string;
}

const NUMBER = /^[（(〔[]\d{4}[）)〕\]].+号/u;

/**
 * Reads rows copied out of a workbook of cases. Headings in the first row say which column is which; without them the order
 * of `CASE_COLUMNS` holds. The level may be blank: 初, 终 and 再 in the number tell it.
 */
export function readCases(pasted: string, register: Filing['register'], words: CaseWords): ReadCases {
  const [first, ...rest] = rowsOf(pasted);
  if (!first) return { cases: [], faults: [], heading: '' };
  const places = headingsOf(first.text, words);
  const rows = places === null ? [first, ...rest] : rest;
  const columns = places ?? CASE_COLUMNS;
  const read = rows.map(({ row, text }) => readRow({ row, text, register }, columns, words));
  const numbers = read.map(({ one }) => one.filing.instance.number);
  const twice = read.filter((_, place) => numbers.indexOf(numbers[place]!) !== place);
  return {
    heading: places === null ? '' : first.text,
    cases: read.flatMap(({ one, faults }) => (faults.length === 0 ? [one] : [])),
    faults: [
      ...read.flatMap(({ faults }) => faults),
      ...twice
        .filter(({ faults }) => faults.length === 0)
        .map(({ one }) => ({ row: one.row, column: 'number' as const, text: one.filing.instance.number })),
    ],
  };
}

/** The column each place of the heading names; null where the row is none. */
function headingsOf(text: string, { headings }: CaseWords): (CaseColumn | null)[] | null {
  if (/\d{4}/u.test(text)) return null;
  const columns = cellsOf(text).map(
    (cell) => CASE_COLUMNS.find((name) => headings[name].split(' ').includes(cell)) ?? null,
  );
  return columns.includes('number') ? columns : null;
}

function cellsOf(text: string): string[] {
  return text.split('\t').map((cell) => cell.trim());
}

function readRow(
  { row, text, register }: { row: number; text: string; register: Filing['register'] },
  columns: readonly (CaseColumn | null)[],
  words: CaseWords,
): { one: ReadCase; faults: CellFault[] } {
  const cells = cellsOf(text);
  const at = (name: CaseColumn): string => cells[columns.indexOf(name)] ?? '';
  const names = at('parties').split(/[、,，;；]/u).filter((name) => name.trim() !== '');
  const codes = names.map((name) => codeOf(name.trim(), words.departments) ?? '');
  const [filedOn, level] = [dayOf(at('filedOn')), levelOf(at('level'), at('number'), words)];
  const isKnown: Readonly<Record<CaseColumn, boolean>> = {
    number: NUMBER.test(at('number')),
    court: at('court') !== '',
    filedOn: Boolean(filedOn),
    plaintiff: at('plaintiff') !== '',
    cause: at('cause') !== '',
    parties: codes.length > 0 && !codes.includes(''),
    actSued: true,
    level: level !== undefined,
  };
  const faults = CASE_COLUMNS.filter((name) => !isKnown[name]).map((column) => ({ row, column, text: at(column) }));
  const instance = {
    level: level ?? 'FIRST',
    number: at('number'),
    court: at('court'),
    filedOn: filedOn ?? '',
    parties: codes.map((department) => ({ department, role: 'DEFENDANT' as const })),
  };
  const filing = { register, plaintiff: at('plaintiff'), cause: at('cause'), actSued: at('actSued'), publicInterest: false, instance };
  return { one: { row, text, filing }, faults };
} // prettier-ignore

function levelOf(text: string, number: string, { levels }: CaseWords): Level | undefined {
  const all = Object.keys(levels) as Level[];
  if (text !== '') return all.find((level) => levels[level].split(' ').includes(text));
  if (/[初]\d/u.test(number)) return 'FIRST';
  if (/[终]\d/u.test(number)) return 'SECOND';
  return /[再]\d/u.test(number) ? 'RETRIAL' : undefined;
}
