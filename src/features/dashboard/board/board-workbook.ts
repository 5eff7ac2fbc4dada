import type { Day } from '../../../domain/calendar/day.js';
import { lightFills } from '../../../domain/light/light-fills.js';
import { lightLabels, type Light } from '../../../domain/light/light.js';
import { writeWorkbook, type StyledCell } from '../../../platform/office/write-workbook.js';
import { columnOf, type BoardColumn } from './board-columns.js';
import type { TaskBoardItem } from './present-board.js';

/** Colours by the word that stands in the cell, so that nothing is told by colour alone. */
const FILLS = new Map(
  (Object.keys(lightLabels) as Light[]).map((light): [string, string] => [
    lightLabels[light],
    lightFills[light],
  ]),
);

/** The task list as .xlsx: one sheet, the chosen columns in their order; every text is a text cell (R32). */
export function boardWorkbook(
  items: readonly TaskBoardItem[],
  columns: readonly BoardColumn[],
  day: Day,
  author: string,
): Promise<Buffer> {
  const title = `重点任务台账（${day}）`;
  const plans = columns.map(columnOf);
  return writeWorkbook({
    title,
    author,
    day,
    sheets: [
      {
        name: '重点任务台账',
        widths: plans.map(({ width }) => width),
        frozenRows: 2,
        borderedFrom: 1,
        merges: columns.length > 1 ? [{ top: 0, left: 0, bottom: 0, right: columns.length - 1 }] : [],
        rows: [
          [{ value: title, bold: true, size: 14, align: 'center' }],
          plans.map(({ label }): StyledCell => ({ value: label, bold: true, align: 'center' })),
          ...items.map((item) =>
            columns.map((name): StyledCell => {
              const { cell, centred } = columnOf(name);
              const value = cell(item);
              const fill = name === 'light' ? FILLS.get(String(value)) : undefined;
              return { value, ...(centred && { align: 'center' }), ...(fill && { fill }) };
            }),
          ),
        ],
      },
    ],
  });
}
