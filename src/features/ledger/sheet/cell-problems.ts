import type { SheetCell } from '../../../platform/office/office-document.js';
import type { SheetHeader } from './find-header.js';
import type { LedgerField } from './ledger-field.js';
import type { CellProblem } from './ledger-row.js';
import type { SheetView } from './sheet-view.js';
import { officeComment } from './remark.js';
import { addressOf } from './sheet-view.js';

/** A formula's last value may be stale; it matters where the value becomes the task. */
const BINDING: ReadonlySet<LedgerField | null> = new Set([
  'TITLE',
  'LEAD',
  'SUPPORT',
  'RESPONSIBLE',
  'DEADLINE',
  'TARGET_VALUE',
]);

/** What the cells of a row show besides their text: errors, formulas, comments, strike-through, and that the row is hidden. */
export function cellProblemsOf(view: SheetView, header: SheetHeader, row: number): CellProblem[] {
  const problems: CellProblem[] = [];
  if (view.isHidden(row)) {
    const message = `第${row + 1}行在表中被隐藏，已一并读入，请确认是否需要。`;
    problems.push({ column: '', cell: addressOf(row, 0), code: 'ROW_HIDDEN', message });
  }
  for (const { column, heading, field } of header.columns) {
    if (!view.isOwn(row, column)) continue;
    const range = view.rangeAt(row, column);
    if (range && range.left < column) continue;
    const cell = addressOf(row, column);
    for (const { code, message } of marksOf(view.cellAt(row, column), cell, field)) {
      problems.push({ column: heading, cell, code, message });
    }
  }
  return problems;
}

function marksOf(
  cell: SheetCell,
  address: string,
  field: LedgerField | null,
): { code: string; message: string }[] {
  const marks: { code: string; message: string }[] = [];
  if (cell.error) {
    const message = `${address}显示错误值${cell.error}，已按空白处理，请在原表中改正。`;
    marks.push({ code: 'CELL_ERROR', message });
  } else if (cell.isFormula && BINDING.has(field)) {
    const message = `${address}是公式，已取其上次计算的结果“${cell.text}”，请核对。`;
    marks.push({ code: 'FORMULA_VALUE_TAKEN', message });
  }
  const comment = officeComment(cell.comment).trim();
  if (comment !== '') {
    marks.push({
      code: 'CELL_COMMENT',
      message: `${address}有批注：“${comment}”，请确认是否影响该项任务。`,
    });
  }
  if (cell.strikethrough && cell.text !== '') {
    marks.push({ code: 'CELL_STRUCK_OUT', message: `${address}的内容带删除线，请确认是否已取消。` });
  }
  return marks;
}
