import * as XLSX from '@e965/xlsx';
import { cleanText } from './clean-text.js';
import { excelDay, showsDate } from './excel-day.js';
import type { SheetCell } from './office-document.js';
import type { SheetScan } from './sheet-scan.js';
import type { StyleMark } from './style-scan.js';

/** What a cell cannot say of itself. */
export interface CellContext {
  from1904: boolean;
  /** What was noted of the sheet before the library read it; absent for .xls. */
  scan?: SheetScan;
}

/** Takes a cell of the sheet library and its reference, e.g. `B7`; gives it as plain data. */
export function workbookCell(cell: XLSX.CellObject, ref: string, context: CellContext): SheetCell {
  const mark = context.scan?.styled.get(ref);
  const value = valueOf(cell, context.scan?.uncached.has(ref) === true);
  const result: SheetCell = { value, text: textOf(cell, value) };
  if (cell.t === 'e') result.error = result.text;
  if (typeof value === 'number') Object.assign(result, dateOf(cell, value, mark, context));
  if (cell.f !== undefined) result.isFormula = true;
  const comment = commentOf(cell);
  if (comment !== '') result.comment = comment;
  if (mark?.strikethrough || wholeTextStruck(cell)) result.strikethrough = true;
  return result;
}

function valueOf(cell: XLSX.CellObject, uncached: boolean): SheetCell['value'] {
  if (uncached || cell.t === 'e' || cell.t === 'z') return null;
  const value = cell.v;
  if (typeof value === 'string') return cleanText(value) || null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'boolean' ? value : null;
}

function textOf(cell: XLSX.CellObject, value: SheetCell['value']): string {
  if (cell.t === 'e') return cell.w ?? '#VALUE!';
  return value === null ? '' : cleanText(cell.w ?? String(value));
}

function dateOf(
  cell: XLSX.CellObject,
  serial: number,
  mark: StyleMark | undefined,
  { from1904 }: CellContext,
): Partial<SheetCell> {
  const format = mark?.format ?? (typeof cell.z === 'string' ? cell.z : '');
  if (!showsDate(format)) return {};
  const date = { isDate: true, day: excelDay(serial, from1904) };
  return mark?.format
    ? { ...date, text: XLSX.SSF.format(mark.format, serial, { date1904: from1904 }) }
    : date;
}

function commentOf(cell: XLSX.CellObject): string {
  const notes = (cell.c ?? []).map((note) => cleanText(note.t ?? '').trim());
  return notes.filter(Boolean).join('\n');
}

/** Rich text keeps its runs as XML: struck through when every run is. */
function wholeTextStruck(cell: XLSX.CellObject): boolean {
  const rich: unknown = cell.r;
  if (typeof rich !== 'string' || !rich.includes('strike')) return false;
  const runs = rich.match(/<(?:\w+:)?r>.*?<\/(?:\w+:)?r>/gs) ?? [];
  return runs.length > 0 && runs.every((run) => /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/>/.test(run));
}
