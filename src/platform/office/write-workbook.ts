import ExcelJS from 'exceljs';
import type { Day } from '../../domain/calendar/day.js';
import { cleanText } from './clean-text.js';
import { datedCore, fixedZip } from './fixed-zip.js';
import type { CellRange } from './office-document.js';
import { rowHeight } from './row-height.js';
import { safeSheetName } from './safe-sheet-name.js';

/** Media type of what is written here. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type CellValue = string | number | boolean | null;

/** A cell that looks different from its neighbours. */
export interface StyledCell {
  value: CellValue;
  bold?: boolean;
  /** Points. */
  size?: number;
  /** Background as RRGGBB. */
  fill?: string;
  align?: 'left' | 'center' | 'right';
  comment?: string;
  strike?: boolean;
}

export interface SheetPlan {
  name: string;
  /** From the top; a row may be shorter than others. */
  rows: (CellValue | StyledCell)[][];
  /** Column widths in characters. */
  widths?: number[];
  merges?: CellRange[];
  /** Rows that stay in sight, counted from the top. */
  frozenRows?: number;
  /** Rows with borders begin here (0-based); none where absent. */
  borderedFrom?: number;
}

export interface WorkbookPlan {
  title: string;
  author: string;
  /** The day the content stands for; the file carries no other time. */
  day: Day;
  sheets: SheetPlan[];
}

/** Excel refuses a file with longer cells. */
const LONGEST_CELL = 32_767;
const THIN = { style: 'thin' } as const;

/**
 * Takes the plan of a workbook; gives the bytes of an .xlsx, the same bytes for the same plan. Text is always a
 * text cell, so nothing in it can become a formula; it is cleaned, and cut with a mark at Excel's cell limit.
 */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = cleanText(plan.title);
  book.creator = cleanText(plan.author);
  book.lastModifiedBy = book.creator;
  const names: string[] = [];
  for (const sheet of plan.sheets) {
    names.push(safeSheetName(sheet.name, names));
    fillSheet(book.addWorksheet(names.at(-1)), sheet);
  }
  const written = await book.xlsx.writeBuffer();
  return fixedZip(new Uint8Array(written), { 'docProps/core.xml': datedCore(plan.day) });
}

function fillSheet(sheet: ExcelJS.Worksheet, plan: SheetPlan): void {
  if (plan.frozenRows) sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: plan.frozenRows }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  // A merged cell has the room of several columns; such rows are titles of one line.
  const mergedRows = new Set((plan.merges ?? []).map(({ top }) => top));
  plan.widths?.forEach((width, i) => (sheet.getColumn(i + 1).width = width));
  plan.rows.forEach((row, r) => {
    const bordered = plan.borderedFrom !== undefined && r >= plan.borderedFrom;
    row.forEach((content, c) => fillCell(sheet.getCell(r + 1, c + 1), styled(content), bordered));
    if (!mergedRows.has(r)) sheet.getRow(r + 1).height = heightOf(row, plan.widths ?? []);
  });
  for (const { top, left, bottom, right } of plan.merges ?? []) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
}

function heightOf(row: SheetPlan['rows'][number], widths: readonly number[]): number {
  const cells = row.map(styled).map(({ value, size }) => ({ text: String(value ?? ''), size: size ?? 11 }));
  return rowHeight(cells, widths);
}

function styled(content: CellValue | StyledCell): StyledCell {
  return typeof content === 'object' && content !== null ? content : { value: content };
}

function fillCell(cell: ExcelJS.Cell, content: StyledCell, bordered: boolean): void {
  cell.value = typeof content.value === 'string' ? fitting(content.value) : content.value;
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: content.align };
  cell.font = {
    name: '宋体',
    size: content.size ?? 11,
    bold: content.bold ?? false,
    strike: content.strike ?? false,
  };
  if (bordered) cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
  if (content.fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${content.fill}` } };
  if (content.comment) cell.note = fitting(content.comment);
}

function fitting(text: string): string {
  const clean = cleanText(text);
  return clean.length <= LONGEST_CELL ? clean : `${cleanText(clean.slice(0, LONGEST_CELL - 1))}…`;
}
