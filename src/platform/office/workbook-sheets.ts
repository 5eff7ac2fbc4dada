import * as XLSX from '@e965/xlsx';
import type { ZipFacts } from './check-zip.js';
import { cleanText } from './clean-text.js';
import type { CellRange, SheetCell, SheetGrid } from './office-document.js';
import type { OfficeLimits } from './office-limits.js';
import { officeRefusal } from './office.errors.js';
import { workbookCell, type CellContext } from './workbook-cell.js';

interface Context extends CellContext {
  limits: OfficeLimits;
  /** Cells still allowed, over all sheets. */
  budget: { cells: number };
}

/**
 * Takes the bytes of an .xlsx (with the facts of its zip) or .xls workbook; gives its sheets as plain grids in
 * workbook order: cached results of formulas, dates as serial and day, error cells, comments, merges, hidden
 * rows, columns and sheets. Refuses broken or password-protected files and too many sheets, rows, columns, cells.
 */
export function workbookSheets(bytes: Buffer, limits: OfficeLimits, facts?: ZipFacts): SheetGrid[] {
  const book = readBook(bytes);
  if (book.SheetNames.length > limits.sheets)
    throw officeRefusal('FILE_TOO_MANY_SHEETS', { limit: limits.sheets });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const budget = { cells: limits.cells };
  return book.SheetNames.map((name, i) => {
    const scan = facts?.sheets.get(facts.sheetOrder[i] ?? '');
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const grid = gridOf(sheetOf(book, name), { from1904, limits, budget, scan });
    return { name: cleanText(name), hidden, ...grid };
  });
}

function readBook(bytes: Buffer): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      // The declared dimension is what a bomb lies about.
      nodim: true,
      dateNF: 'yyyy/m/d',
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw officeRefusal('FILE_ENCRYPTED');
    throw officeRefusal('FILE_BROKEN', { reason: message.slice(0, 200) });
  }
}

/** The library drops a sheet it stumbles over and says nothing; a ledger with a sheet missing is a broken file. */
function sheetOf(book: XLSX.WorkBook, name: string): XLSX.WorkSheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw officeRefusal('FILE_BROKEN', { sheet: name });
  return sheet;
}

function gridOf(sheet: XLSX.WorkSheet, context: Context): Omit<SheetGrid, 'name' | 'hidden'> {
  const stored: XLSX.CellObject[][] = Array.isArray(sheet['!data']) ? sheet['!data'] : [];
  const rows: SheetCell[][] = [];
  stored.forEach((cells, r) => {
    const row: SheetCell[] = [];
    cells?.forEach((cell, c) => {
      if (!hasContent(cell)) return;
      if (r >= context.limits.rows) throw officeRefusal('FILE_TOO_MANY_ROWS', { limit: context.limits.rows });
      if (c >= context.limits.columns) {
        throw officeRefusal('FILE_TOO_MANY_COLUMNS', { limit: context.limits.columns });
      }
      context.budget.cells -= 1;
      if (context.budget.cells < 0)
        throw officeRefusal('FILE_TOO_MANY_CELLS', { limit: context.limits.cells });
      row[c] = workbookCell(cell, XLSX.utils.encode_cell({ r, c }), context);
    });
    if (row.length > 0) rows[r] = fill(row, () => ({ value: null, text: '' }));
  });
  fill(rows, () => []);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rows,
    merges: mergesWithin(sheet['!merges'] ?? [], rows.length, width),
    hiddenRows: hiddenOf(sheet['!rows'], rows.length),
    hiddenColumns: hiddenOf(sheet['!cols'], width),
  };
}

function hasContent(cell: XLSX.CellObject): boolean {
  return (cell.t !== 'z' && cell.v !== undefined) || cell.f !== undefined || (cell.c?.length ?? 0) > 0;
}

function fill<T>(list: T[], empty: () => T): T[] {
  for (let i = 0; i < list.length; i += 1) list[i] ??= empty();
  return list;
}

/** A merge over whole columns or rows ends where the content does. */
function mergesWithin(merges: XLSX.Range[], height: number, width: number): CellRange[] {
  return merges
    .map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, height - 1),
      right: Math.min(e.c, width - 1),
    }))
    .filter((range) => range.top <= range.bottom && range.left <= range.right)
    .filter((range) => range.top < range.bottom || range.left < range.right);
}

function hiddenOf(lines: ({ hidden?: boolean } | undefined)[] | undefined, length: number): number[] {
  const hidden: number[] = [];
  for (let i = 0; i < Math.min(length, lines?.length ?? 0); i += 1) if (lines?.[i]?.hidden) hidden.push(i);
  return hidden;
}
