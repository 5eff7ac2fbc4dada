import { codeOf, dayOf, rowsOf, type Departments, type Read } from '../pasted-cells.js';

/** One line of the court's list as it was pasted. */
export interface CourtLine {
  case: string;
  department: string | null;
  appeared: boolean | null;
  heldOn: string | null;
}

/** Columns of the list, in their order. */
export type CourtColumn = 'case' | 'department' | 'appeared' | 'heldOn' | 'row';

/** What is wrong in one cell; `row` counts from 1 as the lines were pasted. */
export interface CellFault {
  row: number;
  column: CourtColumn;
  text: string;
}

/** A pasted list, read line by line. */
export interface ReadList {
  lines: CourtLine[];
  faults: CellFault[];
}

const NUMBER = /^[（(〔[]\d{4}[）)〕\]].+号/u;
/** What the list is read with: the departments, and the words for yes and for no, each parted by spaces. */
export interface ListWords {
  departments: Departments;
  yes: string;
  no: string;
}

/**
 * Reads rows copied out of the court's workbook: 案号, 单位, 负责人是否出庭, 开庭日, parted by tabs (or commas). The last
 * three may be blank. A first row of headings is passed over; every other cell that is not understood is named.
 */
export function readCourtList(pasted: string, words: ListWords): ReadList {
  const rows = rowsOf(pasted);
  const read = rows
    .filter(({ text }, place) => place > 0 || !isHeading(text))
    .map(({ row, text }) => readRow(row, text, words));
  return {
    lines: read.flatMap(({ line, faults }) => (faults.length === 0 ? [line] : [])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function readRow(row: number, text: string, words: ListWords): { line: CourtLine; faults: CellFault[] } {
  const cells = text.split(/\t|,|，/u).map((cell) => cell.trim());
  const at = (place: number): string => cells[place] ?? '';
  const number = NUMBER.test(at(0)) ? at(0) : undefined;
  const [department, appeared, heldOn] = [
    codeOf(at(1), words.departments),
    verdictOf(at(2), words),
    dayOf(at(3)),
  ];
  const faults = [
    ...(cells.length > 4 ? [{ row, column: 'row' as const, text }] : []),
    ...faultOf(row, 'case', at(0), number),
    ...faultOf(row, 'department', at(1), department),
    ...faultOf(row, 'appeared', at(2), appeared),
    ...faultOf(row, 'heldOn', at(3), heldOn),
  ];
  const line = {
    case: at(0),
    department: department ?? null,
    appeared: appeared ?? null,
    heldOn: heldOn ?? null,
  };
  return { line, faults };
}

function faultOf(row: number, column: CourtColumn, text: string, value: Read<unknown>): CellFault[] {
  return value === undefined ? [{ row, column, text }] : [];
}

function isHeading(text: string): boolean {
  return /案号/u.test(text) && !/号.*\d{4}/u.test(text) && !/\d{4}/u.test(text);
}

function verdictOf(text: string, { yes, no }: ListWords): Read<boolean> {
  if (text === '') return null;
  const plain = text.toLowerCase();
  if (yes.split(' ').includes(plain)) return true;
  return no.split(' ').includes(plain) ? false : undefined;
}
