import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { FONT, SIZE, TEXT_WIDTH } from './official-layout.js';
import { fontOf, runsOf } from './official-paragraph.js';

export interface TablePlan {
  /** Repeated on every page. */
  header: string[];
  rows: string[][];
  /** Share of the width per column, e.g. [1, 4, 2]; equal where absent. */
  shares?: number[];
  /** Columns (0-based) whose text stands in the middle; numbers and lights read better so. */
  centred?: number[];
}

/** A table over the whole width, small type, header repeated, no row broken between pages. */
export function officialTable(plan: TablePlan): Table {
  const widths = widthsOf(plan.shares ?? plan.header.map(() => 1));
  const row = (texts: string[], heading: boolean) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: widths.map((width, i) =>
        cellOf(texts[i] ?? '', width, { heading, centred: heading || (plan.centred ?? []).includes(i) }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [row(plan.header, true), ...plan.rows.map((texts) => row(texts, false))],
  });
}

function widthsOf(shares: number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
  const spare = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === widths.length - 1 ? width + spare : width));
}

function cellOf(text: string, width: number, look: { heading: boolean; centred: boolean }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        // The page's exact 29 pt would leave holes between small lines.
        spacing: { line: 300, lineRule: LineRuleType.AT_LEAST },
        children: runsOf(text, { font: fontOf(look.heading ? FONT.first : FONT.body), size: SIZE.table }),
      }),
    ],
  });
}
