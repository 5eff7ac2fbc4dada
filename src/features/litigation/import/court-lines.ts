import type { CourtLine } from '../../../domain/rate/compare-lists.js';
import { cleanCaseNumber } from '../../../domain/rate/deeds/keep-case.js';
import { DomainError } from '../../../domain/refusal.js';
import { columnWords, type CaseColumn } from './case-columns.js';
import type { FindDepartment } from './case-row.js';
import type { CellProblem } from './row-reader.js';
import type { RawRow } from './read-case-sheet.js';
import { readDay, readYes } from './read-cells.js';

/** Lines of the court's list, and what could not be read of it. */
export interface ReadLines {
  readonly lines: CourtLine[];
  readonly problems: CellProblem[];
}

/** Takes the rows of the court's list of a quarter; gives one line for each and what is wrong, cell by cell. */
export function readCourtLines(rows: readonly RawRow[], find: FindDepartment): ReadLines {
  const problems: CellProblem[] = [];
  const lines = rows.map(({ row, cells }): CourtLine => {
    const complain = (field: CaseColumn, message: string) => {
      problems.push({ row, cell: cells[field]?.cell ?? '', field, message: `${columnWords[field]}：${message}。` });
      return null;
    };
    const read = <T>(field: CaseColumn, reader: (text: string) => T | null, expected: string): T | null => {
      const text = cells[field]?.text;
      if (text === undefined) return null;
      return reader(text) ?? complain(field, `“${text.slice(0, 40)}”不能识别，${expected}`);
    };
    const { day } = cells;
    return {
      case: read('number', numberOrNull, '应为“（2023）津0105行初12号”的样式') ?? '',
      department: read('defendant', find, '请改用单位名录中的名称，一行一个机关'),
      appeared: read('appeared', readYes, '请填“是”或者“否”'),
      heldOn: day ? (readDay(day) ?? complain('day', `“${day.text}”不能识别，请填 2023-05-10 样式的日期`)) : null,
    };
  });
  return { lines, problems };
} // prettier-ignore

function numberOrNull(text: string): string | null {
  try {
    return cleanCaseNumber(text);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
