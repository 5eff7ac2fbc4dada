import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../src/domain/refusal.js';
import { OFFICE_LIMITS } from '../../src/platform/office/office-limits.js';
import { parseOfficeFile } from '../../src/platform/office/parse-office-file.js';
import { docxOf, number, paragraph, row, sheetXml, STYLE, text, xlsxOf } from './office-parts.js';
import { zipOf } from './zip-writer.js';

const SHEET = sheetXml({
  before: '<cols><col min="1" max="3" width="9"/></cols>',
  data:
    row(1, text('A1', '序号') + text('B1', '任务')) +
    row(2, number('A2', 45046, STYLE.date) + text('B2', '修堤')),
  after:
    '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells><hyperlinks><hyperlink ref="B2" location="A1"/></hyperlinks>',
});
const BODY = `${paragraph('通知')}<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;

/** Cuts a piece out of the text somewhere and puts another in. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      '/>',
      '<c>',
      '</row>',
      '<!--',
      '<![CDATA[',
      '&#0;',
      '&x;',
      '1e9',
      '-1',
      'XFD1048576',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
});

function mutate(original: string, changes: { at: number; cut: number; put: string }[]): string {
  return changes.reduce((now, { at, cut, put }) => {
    const position = Math.floor(at * now.length);
    return now.slice(0, position) + put + now.slice(position + cut);
  }, original);
}

/** Read or refused by a code; anything else (a TypeError, a hang) is a fault of the reader. */
async function expectTame(bytes: Buffer, extension: string): Promise<void> {
  try {
    expect(await parseOfficeFile(bytes, extension, OFFICE_LIMITS)).toHaveProperty('kind');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toMatch(/^FILE_[A-Z_]+$/);
  }
}

describe('office files changed at random are read or refused, never a fault', () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
  const runs = { numRuns: 250 };

  it('worksheets', async () => {
    const file = (content: string) =>
      xlsxOf({ sheets: [{}], parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
    await fc.assert(
      fc.asyncProperty(changes, (list) => expectTame(file(mutate(SHEET, list)), 'xlsx')),
      runs,
    );
  });

  it('documents', async () => {
    await fc.assert(
      fc.asyncProperty(changes, (list) => expectTame(docxOf(mutate(BODY, list)), 'docx')),
      runs,
    );
  });

  it('zip containers', async () => {
    const whole = zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]).toString('latin1');
    await fc.assert(
      fc.asyncProperty(changes, (list) => expectTame(Buffer.from(mutate(whole, list), 'latin1'), 'xlsx')),
      runs,
    );
  });

  it('csv', async () => {
    await fc.assert(
      fc.asyncProperty(changes, (list) =>
        expectTame(Buffer.from(mutate('序号,"任务"\n1,"修\n堤"\n', list)), 'csv'),
      ),
      runs,
    );
  });
});
