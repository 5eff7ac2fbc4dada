import { lightFills } from '../../domain/light/light-fills.js';
import { lightLabels, type Light } from '../../domain/light/light.js';
import { writeWorkbook, type SheetPlan, type StyledCell } from '../../platform/office/write-workbook.js';
import type { BulletinContent, BulletinTable } from './bulletin-content.js';

/** By the word that stands in the cell, so that nothing is told by colour alone. */
const FILLS: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(lightLabels) as Light[]).map((light) => [lightLabels[light], lightFills[light]]),
);
const WIDTH_OF_PAGE = 120;

/** The bulletin as .xlsx: the text on the first sheet, a sheet for each 附件; the same content gives the same bytes. */
export function bulletinWorkbook(content: BulletinContent): Promise<Buffer> {
  return writeWorkbook({
    title: content.title,
    author: content.office,
    day: content.issuedOn,
    sheets: [
      textSheet(content),
      ...content.attachments.map((table, i) => tableSheet(table, `附件${i + 1} ${table.title}`)),
    ],
  });
}

function textSheet({ title, number, addressee, sections, office }: BulletinContent): SheetPlan {
  return {
    name: '通报',
    widths: [100],
    rows: [
      [{ value: title, bold: true, size: 16, align: 'center' }],
      [{ value: number, align: 'center' }],
      [addressee],
      ...sections.flatMap(({ heading, parts }) => [
        [{ value: heading, bold: true }],
        ...parts.map(({ kind, text }) => [{ value: text, bold: kind === 'subheading' }]),
      ]),
      [{ value: office, align: 'right' }],
    ],
  };
}

function tableSheet(
  { title, header, rows, shares, centred, lightColumn }: BulletinTable,
  name: string,
): SheetPlan {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return {
    name,
    widths: shares.map((share) => Math.round((share / whole) * WIDTH_OF_PAGE)),
    frozenRows: 2,
    borderedFrom: 1,
    merges: [{ top: 0, left: 0, bottom: 0, right: header.length - 1 }],
    rows: [
      [{ value: title, bold: true, size: 14, align: 'center' }],
      header.map((value): StyledCell => ({ value, bold: true, align: 'center' })),
      ...rows.map((row) =>
        row.map((value, column): StyledCell => ({
          value,
          ...(centred.includes(column) && { align: 'center' }),
          ...(column === lightColumn && { fill: FILLS[String(value)] }),
        })),
      ),
    ],
  };
}
