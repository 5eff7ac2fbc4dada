import { columnWords, type CaseColumn } from './case-columns.js';
import type { RawRow } from './read-case-sheet.js';

/** What is wrong with a cell and what to do about it. */
export interface CellProblem {
  readonly row: number;
  /** E.g. C5; empty where the cell is not there. */
  readonly cell: string;
  readonly field: CaseColumn;
  readonly message: string;
}

/** Reads cells one by one and keeps what is wrong with them. */
export class RowReader {
  readonly problems: CellProblem[] = [];

  constructor(private readonly raw: RawRow) {}

  text(field: CaseColumn): string | null {
    return this.raw.cells[field]?.text ?? null;
  }

  /** A cell understood by a reader; one that is not understood is a problem with what is expected there. */
  read<T>(field: CaseColumn, reader: (cell: NonNullable<RawRow['cells'][CaseColumn]>) => T | null, expected: string): T | null {
    const cell = this.raw.cells[field];
    if (!cell) return null;
    const value = reader(cell);
    if (value === null) this.complain(field, `“${cell.text.slice(0, 40)}”不能识别，${expected}`);
    return value;
  } // prettier-ignore

  complain(field: CaseColumn, message: string): void {
    const cell = this.raw.cells[field]?.cell ?? '';
    this.problems.push({ row: this.raw.row, cell, field, message: `${columnWords[field]}：${message}。` });
  }
}
