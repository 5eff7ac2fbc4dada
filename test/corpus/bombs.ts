import type { CorpusCase } from './corpus-case.js';
import { docxParts, number, paragraph, row, sheetXml, text, xlsxOf, xlsxParts } from './office-parts.js';
import { repeated, zipOf, type ZipPart } from './zip-writer.js';

const sheet1 = 'xl/worksheets/sheet1.xml';
const two = row(1, text('A1', '序号') + text('B1', '任务')) + row(2, number('A2', 1) + text('B2', '修堤'));
const read = { A1: { value: '序号' }, B2: { value: '修堤' } };
const [HEAD, TAIL] = sheetXml({ data: '|' }).split('|') as [string, string];
const book = (part: ZipPart) => xlsxOf({ sheets: [{}], parts: [part] });
const sheetOf = (piece: string, times: number, lie: Partial<ZipPart> = {}) =>
  book({ name: sheet1, ...repeated(HEAD, piece, times, TAIL), ...lie });
const rowsOf = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, r) => {
    const cells = Array.from({ length: columns }, (_unused, c) => number(`${letter(c)}${r + 1}`, r * 31 + c));
    return row(r + 1, cells.join(''));
  }).join('');

function letter(c: number): string {
  return c < 26 ? String.fromCharCode(65 + c) : letter(Math.floor(c / 26) - 1) + letter(c % 26);
}

/** Small files that grow without end, and files at and beyond the limits. */
export const BOMBS: CorpusCase[] = [
  {
    what: '200 MB of blanks in one sheet',
    name: 'a.xlsx',
    file: () => sheetOf(' '.repeat(1024 * 1024), 200),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: '90 MB of blanks, below the total but far too dense',
    name: 'a.xlsx',
    file: () => sheetOf(' '.repeat(1024 * 1024), 90),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: '200 MB of blanks said to be 1,000 bytes',
    name: 'a.xlsx',
    file: () => sheetOf(' '.repeat(1024 * 1024), 200, { declaredSize: 1000 }),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: '200 MB of blanks in a docx',
    name: 'a.docx',
    file: () =>
      zipOf(
        docxParts({ name: 'word/document.xml', ...repeated('<a>', ' '.repeat(1024 * 1024), 200, '</a>') }),
      ),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: 'a million rows',
    name: 'a.xlsx',
    file: () => sheetOf('<row><c><v>1</v></c></row>'.repeat(1000), 1000),
    expected: { refused: ['FILE_BOMB', 'FILE_TOO_MANY_ROWS'] },
  },
  {
    what: '100,000 formatted rows with nothing in them',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            data: two + Array.from({ length: 100_000 }, (_, i) => row(i + 3, '', `ht="${i % 97}"`)).join(''),
          },
        ],
      }),
    expected: { refused: ['FILE_TOO_MANY_ROWS'] },
  },
  {
    what: 'content in row 1,048,576 only',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: row(1_048_576, text('A1048576', 'x')) }] }),
    expected: { refused: ['FILE_TOO_MANY_ROWS'] },
  },
  {
    what: 'a declared dimension over the whole sheet, two rows in fact',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ before: '<dimension ref="A1:XFD1048576"/>', data: two }] }),
    expected: { cells: read },
  },
  {
    what: 'a merge over the whole sheet',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [{ data: two, after: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
      }),
    expected: { cells: read, sheet: { merges: [{ top: 0, left: 0, bottom: 1, right: 1 }] } },
  },
  {
    what: 'a validation over the whole sheet',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            data: two,
            after:
              '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
          },
        ],
      }),
    expected: { cells: read },
  },
  {
    what: 'a conditional format over the whole sheet',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            data: two,
            after:
              '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>',
          },
        ],
      }),
    expected: { cells: read },
  },
  {
    what: 'a hyperlink over the whole sheet',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          { data: two, after: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>' },
        ],
      }),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: 'a column definition for four billion columns',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({ sheets: [{ before: '<cols><col min="1" max="4294967295" width="9"/></cols>', data: two }] }),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'a defined name over 99,999 rows',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [{ data: two }],
        names: '<definedNames><definedName name="n">\'表1\'!$A$1:$IV$99999</definedName></definedNames>',
      }),
    expected: { cells: read },
  },
  {
    what: 'a huge sheet id',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ id: '4294967295', data: two }] }),
    expected: { cells: read },
  },
  {
    what: 'a million shared strings',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [{ data: two }],
        strings: Array.from({ length: 1_000_000 }, (_, i) => `<si><t>${i}</t></si>`).join(''),
      }),
    expected: { refused: ['FILE_TOO_MANY_CELLS', 'FILE_BOMB'] },
  },
  {
    what: '16,384 columns',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: rowsOf(1, 16_384) }] }),
    expected: { refused: ['FILE_TOO_MANY_COLUMNS'] },
  },
  {
    what: 'exactly 200 columns',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: rowsOf(2, 200) }] }),
    expected: { cells: { GR2: { value: 230 } } },
  },
  {
    what: '20,000 rows of 14 columns, nearly all the cells allowed',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: rowsOf(20_000, 14) }] }),
    expected: { cells: { N20000: { value: 19_999 * 31 + 13 } } },
  },
  {
    what: '20,000 rows of 20 columns, more cells than allowed',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: rowsOf(20_000, 20) }] }),
    expected: { refused: ['FILE_TOO_MANY_CELLS'] },
  },
  {
    what: '20,001 rows',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: [{ data: rowsOf(20_001, 1) }] }),
    expected: { refused: ['FILE_TOO_MANY_ROWS'] },
  },
  {
    what: '1,000 sheets',
    name: 'a.xlsx',
    file: () => xlsxOf({ sheets: Array.from({ length: 980 }, () => ({ data: two })) }),
    expected: { refused: ['FILE_TOO_MANY_SHEETS'] },
  },
  {
    what: '65,535 parts',
    name: 'a.xlsx',
    file: () => zipOf(Array.from({ length: 65_535 }, (_, i) => ({ name: `xl/${i}.bin`, content: '' }))),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: 'parts that overlap',
    name: 'a.xlsx',
    file: () =>
      zipOf([
        ...xlsxParts({ sheets: [{ data: two }] }),
        { name: 'xl/again.xml', content: '<a/>', sharesHeaderOf: 2 },
      ]),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: 'the same part twice',
    name: 'a.xlsx',
    file: () =>
      zipOf([...xlsxParts({ sheets: [{ data: two }] }), { name: 'XL/workbook.xml', content: '<a/>' }]),
    expected: { refused: ['FILE_BROKEN'] },
  },
  {
    what: 'a zip in a zip',
    name: 'a.xlsx',
    file: () => book({ name: 'xl/embeddings/inner.zip', content: zipOf([{ name: 'a', content: 'a' }]) }),
    expected: { refused: ['FILE_NESTED'] },
  },
  {
    what: 'a zip in a zip under another name',
    name: 'a.xlsx',
    file: () => book({ name: 'xl/media/image1.png', content: zipOf([{ name: 'a', content: 'a' }]) }),
    expected: { refused: ['FILE_NESTED'] },
  },
  {
    what: '100,000 merged ranges',
    name: 'a.xlsx',
    file: () =>
      xlsxOf({
        sheets: [
          {
            data: two,
            after: `<mergeCells>${Array.from({ length: 100_000 }, (_, i) => `<mergeCell ref="A${i + 3}:B${i + 3}"/>`).join('')}</mergeCells>`,
          },
        ],
      }),
    expected: { refused: ['FILE_BOMB'] },
  },
  {
    what: 'a docx table with a span of a million columns',
    name: 'a.docx',
    file: () =>
      zipOf(
        docxParts(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${paragraph('x')}</w:tc></w:tr></w:tbl></w:body></w:document>`,
        ),
      ),
    expected: { refused: ['FILE_TOO_MANY_COLUMNS'] },
  },
];
