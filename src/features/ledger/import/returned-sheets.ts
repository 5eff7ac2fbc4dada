import type { OfficeDocument, SheetCell, SheetGrid } from '../../../platform/office/office-document.js';
import type { SheetPlan, StyledCell } from '../../../platform/office/write-workbook.js';
import type { CellProblem, LedgerRow } from '../sheet/ledger-row.js';
import { officeComment, remarkOf } from '../sheet/remark.js';
import { addressOf } from '../sheet/sheet-view.js';

/** Pale enough for black letters; what is wrong is said in the remark, so nothing is told by colour alone. */
const WRONG = 'F8CBAD';
const DOUBTFUL = 'FFE699';

/** What is wrong with one cell. */
interface Fault {
  messages: string[];
  fill: string;
}

/** A comment of the office's own is not a fault; it stands in its cell anyway. */
const NO_FAULT: ReadonlySet<string> = new Set(['CELL_COMMENT']);

/**
 * Takes a file as it was read and the rows of its preview; gives its sheets with every faulty cell coloured and remarked.
 * A workbook keeps its sheets, cells and merged ranges where they were, so that what comes back is read as before; a text
 * becomes one sheet with the usual columns. Pure.
 */
export function returnedSheets(document: OfficeDocument, rows: readonly LedgerRow[]): SheetPlan[] {
  if (document.kind !== 'workbook') return [listSheet(rows)];
  // Hidden sheets were not meant for anybody's eyes and are not read; they stay behind.
  return document.sheets
    .filter(({ hidden }) => !hidden)
    .map((grid) => gridSheet(grid, faultsIn(grid.name, rows)));
}

function gridSheet(grid: SheetGrid, faults: ReadonlyMap<string, Fault>): SheetPlan {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    name: grid.name,
    widths: Array.from({ length: width }, (_, column) => widthOf(grid, column)),
    merges: grid.merges.filter(({ top, left, bottom, right }) => bottom > top || right > left),
    rows: grid.rows.map((row, r) => row.map((cell, c) => returnedCell(cell, faults.get(addressOf(r, c))))),
  };
}

function returnedCell(cell: SheetCell, fault: Fault | undefined): StyledCell {
  const own = officeComment(cell.comment);
  const comment = fault ? remarkOf(fault.messages, own) : own;
  return {
    value: valueOf(cell),
    ...(fault && { fill: fault.fill }),
    ...(comment !== '' && { comment }),
    ...(cell.strikethrough && { strike: true }),
  };
}

/** A date as its day, an error as nothing (it was read as nothing), everything else as it is; a formula as its value. */
function valueOf({ value, isDate, day, error, text }: SheetCell): StyledCell['value'] {
  if (error) return null;
  if (isDate) return day ?? text;
  return typeof value === 'string' ? text || value : value;
}

function faultsIn(sheet: string, rows: readonly LedgerRow[]): Map<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const row of rows) {
    if (row.place.sheet !== sheet || row.status === 'skipped') continue;
    for (const problem of row.problems) {
      if (NO_FAULT.has(problem.code)) continue;
      const known = faults.get(problem.cell) ?? { messages: [], fill: fillOf(row) };
      faults.set(problem.cell, { ...known, messages: [...known.messages, problem.message] });
    }
  }
  return faults;
}

function fillOf({ status }: LedgerRow): string {
  return status === 'rejected' ? WRONG : DOUBTFUL;
}

/** Columns a ledger is read by, with what a row says in them. */
const USUAL: readonly [heading: string, width: number, said: (row: LedgerRow) => string][] = [
  ['序号', 8, ({ number }) => number],
  ['一级指标', 16, ({ indicators }) => indicators[0] ?? ''],
  ['二级指标', 16, ({ indicators }) => indicators[1] ?? ''],
  ['三级指标', 16, ({ indicators }) => indicators[2] ?? ''],
  ['重点任务', 40, ({ title }) => title],
  ['工作措施', 40, ({ measures }) => measures],
  ['牵头单位', 16, ({ lead }) => lead.map(({ name }) => name).join('、')],
  ['配合单位', 24, ({ support }) => support.map(({ name }) => name).join('、')],
  ['完成时限', 16, ({ deadline }) => deadline.raw],
];

function listSheet(rows: readonly LedgerRow[]): SheetPlan {
  const listed = rows.filter(({ status }) => status !== 'skipped');
  return {
    name: '任务',
    widths: USUAL.map(([, width]) => width),
    frozenRows: 1,
    borderedFrom: 0,
    rows: [
      USUAL.map(([value]): StyledCell => ({ value, bold: true, align: 'center' })),
      ...listed.map((row) =>
        USUAL.map(([heading, , said]): StyledCell => {
          // A text has no columns to remark; all that is wrong with a row stands at its title.
          const wrong = heading === '重点任务' ? row.problems.filter(isFault) : [];
          const remark = remarkOf(wrong.map(({ message }) => message));
          return { value: said(row), ...(wrong.length > 0 && { fill: fillOf(row), comment: remark }) };
        }),
      ),
    ],
  };
}

function isFault({ code }: CellProblem): boolean {
  return !NO_FAULT.has(code);
}

const WIDEST = 40;
const NARROWEST = 8;

/** Chinese takes two places; the longest line of a column decides, within what a page bears. */
function widthOf(grid: SheetGrid, column: number): number {
  const lengths = grid.rows.map((row) => (row[column]?.text.length ?? 0) * 2);
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths.slice(0, 200)));
}
