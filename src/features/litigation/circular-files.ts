import { writeDocument, type PaperBlock } from '../../platform/office/write-document.js';
import { writeWorkbook, type SheetPlan, type StyledCell } from '../../platform/office/write-workbook.js';
import type { CircularContent, CircularTable } from './circular-content.js';
import type { CircularFormat } from './circular-format.pipe.js';

const WIDTH_OF_PAGE = 110;
const NOTHING = '无';

/** The circular in either form; the same content gives the same bytes. Slow: never inside a unit of work. */
export function circularFile(content: CircularContent, format: CircularFormat): Promise<Buffer> {
  return format === 'docx' ? documentOf(content) : workbookOf(content);
}

function documentOf({ title, office, day, sections, tables }: CircularContent): Promise<Buffer> {
  return writeDocument({
    title,
    author: office,
    day,
    addressee: '各被诉行政机关：',
    blocks: sections.flatMap(({ heading, texts }): PaperBlock[] => [
      { kind: 'heading', level: 1, text: heading },
      ...texts.map((text): PaperBlock => ({ kind: 'paragraph', text })),
    ]),
    attachments: tables.map((table) => table.title),
    signature: office,
    annexes: tables.map((table) => ({ title: table.title, blocks: [tableBlock(table)] })),
  });
}

function tableBlock({ header, rows, shares }: CircularTable): PaperBlock {
  if (rows.length === 0) return { kind: 'paragraph', text: NOTHING };
  return { kind: 'table', header, rows: rows.map((row) => row.map(String)), shares, centred: [0] };
}

function workbookOf({ title, office, day, sections, tables }: CircularContent): Promise<Buffer> {
  const texts = sections.flatMap(({ heading, texts: parts }) => [
    [{ value: heading, bold: true }],
    ...parts.map((text) => [text]),
  ]);
  const text: SheetPlan = {
    name: '通报',
    widths: [100],
    rows: [
      [{ value: title, bold: true, size: 16, align: 'center' }],
      ...texts,
      [{ value: office, align: 'right' }],
    ],
  };
  return writeWorkbook({ title, author: office, day, sheets: [text, ...tables.map(sheetOf)] });
}

function sheetOf({ title, header, rows, shares }: CircularTable, i: number): SheetPlan {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return {
    name: `附件${i + 1} ${title}`,
    widths: shares.map((share) => Math.round((share / whole) * WIDTH_OF_PAGE)),
    frozenRows: 2,
    borderedFrom: 1,
    merges: [{ top: 0, left: 0, bottom: 0, right: header.length - 1 }],
    rows: [
      [{ value: title, bold: true, size: 14, align: 'center' }],
      header.map((value): StyledCell => ({ value, bold: true, align: 'center' })),
      ...(rows.length === 0 ? [[NOTHING]] : rows),
    ],
  };
}
