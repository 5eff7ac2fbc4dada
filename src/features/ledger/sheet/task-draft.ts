import type { DepartmentColumn } from '../../../domain/phrases/department-register.js';
import type { SheetCell } from '../../../platform/office/office-document.js';
import type { CellProblem, RowPlace } from './ledger-row.js';

/** A text of the source with the place a person finds it at. */
export interface ReadCell {
  column: string;
  address: string;
  text: string;
  /** The cell itself where the source is a sheet: a date or number is read from its value, not from its look. */
  cell: SheetCell | null;
}

/** One task as collected from a sheet or a notice, before its words are understood. */
export interface TaskDraft {
  place: RowPlace;
  number: ReadCell | null;
  indicators: string[];
  title: ReadCell | null;
  measures: ReadCell[];
  lists: { column: DepartmentColumn; read: ReadCell }[];
  /** Several where each measure has its own. */
  deadlines: { read: ReadCell; label: string }[];
  amount: ReadCell | null;
  unit: ReadCell | null;
  goal: ReadCell | null;
  /** Columns 1月 … 12月. */
  months: { month: number; read: ReadCell }[];
  raw: Record<string, string>;
  problems: CellProblem[];
  /** The task itself is struck out. */
  struck: boolean;
}

/** Puts a problem at a cell. */
export function problemAt(read: ReadCell | null, code: string, message: string): CellProblem {
  return { column: read?.column ?? '', cell: read?.address ?? '', code, message };
}
