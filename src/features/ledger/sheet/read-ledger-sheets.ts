import type { SheetGrid } from '../../../platform/office/office-document.js';
import { buildLedgerRow } from './build-ledger-row.js';
import { collectTasks } from './collect-tasks.js';
import type { SheetHeader } from './find-header.js';
import { findHeader } from './find-header.js';
import { readHeading, yearNotices } from './heading-facts.js';
import type { CellProblem, LedgerReading, LedgerRow } from './ledger-row.js';
import { numberRows } from './number-rows.js';
import { reportDuplicates } from './report-duplicates.js';
import type { LedgerContext } from './row-context.js';
import { SheetView, columnLetters } from './sheet-view.js';

/**
 * Takes the sheets of a workbook (or the tables of a document) and what they are read against; gives the rows of all of them with
 * everything that a person has to look at. Hidden sheets are left out and said. `preamble`: lines before the first table.
 */
export function readLedgerSheets(
  sheets: readonly SheetGrid[],
  context: LedgerContext,
  preamble: readonly string[] = [],
): LedgerReading {
  const notices: CellProblem[] = [];
  const tables = sheets.flatMap((grid) => tableOf(grid, context, notices));
  const lines = [...preamble, ...tables.flatMap(({ view, header }) => linesAbove(view, header))];
  const heading = readHeading(lines, context.year);
  const issuedOn = context.issuedOn ?? heading.issuedOn;
  const skipped: LedgerReading['skipped'] = [];
  const rows: LedgerRow[] = [];
  for (const { view, header } of tables) {
    const collected = collectTasks(view, header);
    const leadColumnExists = header.columns.some(({ field }) => field === 'LEAD');
    skipped.push(...collected.skipped);
    rows.push(
      ...collected.drafts.map((draft) => buildLedgerRow(draft, { ...context, issuedOn, leadColumnExists })),
    );
  }
  const numbered = reportDuplicates(numberRows(rows));
  return {
    heading: { ...heading, issuedOn },
    rows: numbered,
    summary: summaryOf(numbered),
    skipped,
    notices: [...notices, ...yearNotices(heading.year, context.year)],
    columns: tables.flatMap(({ view, header }) => columnsOf(view, header)),
  };
}

interface Table {
  view: SheetView;
  header: SheetHeader;
}

function tableOf(grid: SheetGrid, { mapping }: LedgerContext, notices: CellProblem[]): Table[] {
  const say = (code: string, message: string): void => {
    notices.push({ column: '', cell: '', code, message });
  };
  if (grid.hidden) {
    say('SHEET_HIDDEN', `工作表“${grid.name}”是隐藏的，没有读入；如需读入，请取消隐藏后重新上传。`);
    return [];
  }
  const view = new SheetView(grid);
  const header = findHeader(view, mapping);
  if (!header) {
    if (view.height > 0) {
      say(
        'HEADER_NOT_FOUND',
        `工作表“${grid.name}”中没有找到台账表头（任务、牵头单位、完成时限等），没有读入。`,
      );
    }
    return [];
  }
  for (const { column, heading, field } of header.columns) {
    if (!field || !grid.hiddenColumns.includes(column)) continue;
    say(
      'COLUMN_HIDDEN',
      `工作表“${grid.name}”的${columnLetters(column)}列“${heading}”是隐藏的，已读入，请核对。`,
    );
  }
  return [{ view, header }];
}

function linesAbove(view: SheetView, header: SheetHeader): string[] {
  const lines: string[] = [];
  for (let row = 0; row < header.top; row++) {
    lines.push(
      view
        .wordsOf(row)
        .map(({ text }) => text)
        .join(' '),
    );
  }
  return lines;
}

function columnsOf(view: SheetView, header: SheetHeader): LedgerReading['columns'] {
  return header.columns
    .filter(({ heading, field }) => heading !== '' || field !== null)
    .map(({ column, heading, field }) => ({
      sheet: view.grid.name,
      column: columnLetters(column),
      heading,
      field,
    }));
}

export function summaryOf(rows: readonly LedgerRow[]): LedgerReading['summary'] {
  const count = (status: LedgerRow['status']): number => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    ready: count('ready'),
    needsReview: count('needsReview'),
    rejected: count('rejected'),
  };
}
