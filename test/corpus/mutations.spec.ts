import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../src/domain/refusal.js';
import { OFFICE_LIMITS } from '../../src/platform/office/office-limits.js';
import { parseOfficeFile } from '../../src/platform/office/parse-office-file.js';
import { docxOf, number, paragraph, row, sheetXml, STYLE, text, xlsxOf } from './office-parts.js';
import { zipOf } from './zip-writer.js';

const SHEET_PART = 'xl/worksheets/sheet1.xml';
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
async function outcomeOf(bytes: Buffer, extension: string): Promise<string> {
  try {
    return (await parseOfficeFile(bytes, extension, OFFICE_LIMITS)).kind;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

describe('office files changed at random are read or refused, never a fault', () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
  const tame = /^(workbook|document|FILE_[A-Z_]+)$/;
  const whole = zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]).toString('latin1');

  it.each<[string, string, (changed: string) => Buffer, string]>([
    [
      'worksheets',
      'xlsx',
      (content) => xlsxOf({ sheets: [{}], parts: [{ name: SHEET_PART, content }] }),
      SHEET,
    ],
    ['documents', 'docx', (body) => docxOf(body), BODY],
    ['zip containers', 'xlsx', (bytes) => Buffer.from(bytes, 'latin1'), whole],
    ['csv', 'csv', (csv) => Buffer.from(csv), '序号,"任务"\n1,"修\n堤"\n'],
  ])('%s', async (_what, extension, file, original) => {
    const property = fc.asyncProperty(changes, async (list) => {
      expect(await outcomeOf(file(mutate(original, list)), extension)).toMatch(tame);
    });
    await fc.assert(property, { numRuns: 250 });
  });
});
