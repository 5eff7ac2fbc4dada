import type { Day } from '../../domain/calendar/day.js';

/**
 * What is left of an office file once it has been read: plain data, with no
 * trace of the library that read it. A workbook, a text document with tables,
 * or bare text.
 */
export type OfficeDocument =
  | { kind: 'workbook'; sheets: SheetGrid[] }
  | { kind: 'document'; blocks: DocumentBlock[] }
  | { kind: 'text'; text: string };

/** One piece of a text document, in the order in which it is read. */
export type DocumentBlock = { kind: 'paragraph'; text: string } | { kind: 'table'; grid: SheetGrid };

/**
 * One sheet, or one table of a text document. Rows and columns are counted
 * from 0 at the top left cell of the sheet (A1), also where a sheet's used
 * range begins later, so a position is always the one the user sees.
 * Rows may be shorter than the widest one.
 */
export interface SheetGrid {
  name: string;
  hidden: boolean;
  rows: SheetCell[][];
  merges: CellRange[];
  hiddenRows: number[];
  hiddenColumns: number[];
}

/** A rectangle of cells; all four edges belong to it. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One cell. Optional marks are absent where they would be false. */
export interface SheetCell {
  /** The stored value; a date cell keeps its serial number here. */
  value: string | number | boolean | null;
  /** The value as the sheet shows it, '' for an empty cell. */
  text: string;
  /** The number is formatted as a date. */
  isDate?: boolean;
  /** The day of a date cell; null where the serial is no real day. */
  day?: Day | null;
  /** The value is what a formula last gave. */
  isFormula?: boolean;
  /** The error a cell shows, e.g. '#REF!'. */
  error?: string;
  comment?: string;
  strikethrough?: boolean;
}
