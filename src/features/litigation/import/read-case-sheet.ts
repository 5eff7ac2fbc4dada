import type { OfficeDocument, SheetCell, SheetGrid } from '../../../platform/office/office-document.js';
import { columnOf, type CaseColumn } from './case-columns.js';
import { caseListUnreadable } from './import.errors.js';

/** A cell of a list with the place where the user finds it. */
export interface RawCell {
  readonly cell: string;
  readonly text: string;
  /** The day of a date cell. */
  readonly day: string | null;
}

/** A row of a list, by columns. */
export interface RawRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<CaseColumn, RawCell>>>;
}

const HEADER_WITHIN = 15;
/** A list is told by these columns; all others may be missing. */
const NEEDED: readonly CaseColumn[] = ['number'];
const TOTALS = /^(合计|总计|小计|注|备注|说明|填表)/u;

/**
 * Takes an office file; gives the rows of its lists, one for each filled line under a heading row that names 案号 and at
 * least two more columns. Hidden sheets are left out; merged cells count for every row they span. Refuses a file in which no list is found.
 */
export function readCaseSheet(document: OfficeDocument): RawRow[] {
  const grids = gridsOf(document).filter(({ hidden }) => !hidden);
  const rows = grids.flatMap(rowsOf);
  if (rows.length === 0) throw caseListUnreadable();
  return rows;
}

function gridsOf(document: OfficeDocument): SheetGrid[] {
  if (document.kind === 'workbook') return document.sheets;
  if (document.kind === 'text') return [];
  return document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
}

function rowsOf(grid: SheetGrid): RawRow[] {
  const header = headerOf(grid);
  if (!header) return [];
  return grid.rows.slice(header.row + 1).flatMap((_, i) => {
    const row = header.row + 1 + i;
    const cells = cellsOf(grid, row, header.columns);
    const number = cells.number?.text ?? '';
    return number === '' || TOTALS.test(number) ? [] : [{ row: row + 1, cells }];
  });
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<number, CaseColumn>;
}

function headerOf(grid: SheetGrid): Header | null {
  for (let row = 0; row < Math.min(grid.rows.length, HEADER_WITHIN); row += 1) {
    const columns = new Map<number, CaseColumn>();
    grid.rows[row]?.forEach((cell, column) => {
      const named = columnOf(cell.text);
      if (named !== null && ![...columns.values()].includes(named)) columns.set(column, named);
    });
    const named = [...columns.values()];
    if (columns.size >= 3 && NEEDED.every((column) => named.includes(column))) return { row, columns };
  }
  return null;
}

function cellsOf(grid: SheetGrid, row: number, columns: Header['columns']): RawRow['cells'] {
  const cells: Partial<Record<CaseColumn, RawCell>> = {};
  for (const [column, name] of columns) {
    const found = cellAt(grid, row, column);
    const text = found?.text.trim() ?? '';
    if (text !== '') cells[name] = { cell: `${lettersOf(column)}${row + 1}`, text, day: found?.day ?? null };
  }
  return cells;
}

function cellAt(grid: SheetGrid, row: number, column: number): SheetCell | undefined {
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  return merge ? grid.rows[merge.top]?.[merge.left] : grid.rows[row]?.[column];
}

function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
