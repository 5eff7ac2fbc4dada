import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { LedgerReading } from '../../src/features/ledger/sheet/ledger-row.js';
import { readLedgerSheets } from '../../src/features/ledger/sheet/read-ledger-sheets.js';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { ledgerWorkbook } from './make-ledger.js';
import { demoFile } from './read-rows.js';
import { demoRegister, yearTasks } from './year-tasks.js';

describe('ledger-2023.xlsx', () => {
  const book = new ExcelJS.Workbook();
  let sheet: ExcelJS.Worksheet;

  beforeAll(async () => {
    await book.xlsx.readFile(fileURLToPath(demoFile('ledger-2023.xlsx')));
    sheet = book.worksheets[0] as ExcelJS.Worksheet;
  });

  it('holds in every cell what its maker writes', () => {
    const made = ledgerWorkbook().worksheets[0] as ExcelJS.Worksheet;
    const cellsOf = (from: ExcelJS.Worksheet) =>
      Array.from({ length: 43 }, (_, row) =>
        Array.from({ length: 11 }, (__, column) => from.getCell(row + 1, column + 1).text),
      );
    expect(cellsOf(sheet)).toEqual(cellsOf(made));
  });

  it('has titles with the issue date, a header of two rows, 36 tasks, a total and a note', () => {
    expect(sheet.getCell('A3').text).toContain('印发日期：2023年1月10日');
    expect([sheet.getCell('F4').text, sheet.getCell('F5').text, sheet.getCell('G5').text]).toEqual([
      '责任分工',
      '牵头单位',
      '配合单位',
    ]);
    const titles = Array.from({ length: 36 }, (_, index) => sheet.getCell(`D${index + 6}`).text);
    expect(titles).toEqual(yearTasks().map((task) => task.title));
    expect([sheet.getCell('A42').text, sheet.getCell('D42').text]).toEqual(['合计', '共36项']);
    expect(sheet.getCell('A43').text).toMatch(/^注：/);
  });

  it('is messy as such files are: merged indicators, a date cell, a bare serial number, broken lines, a hidden sheet', () => {
    expect(sheet.getCell('C7').master.address).toBe('C6');
    expect(sheet.getCell('J13').value).toBeInstanceOf(Date);
    expect(sheet.getCell('J22').value).toBe(45260);
    expect(sheet.getCell('G9').text).toContain('\n');
    expect(book.worksheets.map((one) => one.state)).toEqual(['visible', 'hidden']);
  });
});

describe('ledger-2023.xlsx through the real import', () => {
  let reading: LedgerReading;

  beforeAll(async () => {
    const document = await readOfficeFile(readFileSync(demoFile('ledger-2023.xlsx')), 'ledger-2023.xlsx');
    if (document.kind !== 'workbook') throw new Error('not a workbook');
    reading = readLedgerSheets(document.sheets, { year: 2023, register: demoRegister() });
  });

  it('gives 36 ready rows and the issue date', () => {
    expect(reading.summary).toEqual({ rows: 36, ready: 36, needsReview: 0, rejected: 0 });
    expect(reading.heading.issuedOn).toBe('2023-01-10');
  });

  it('reads of every row what was meant', () => {
    const read = reading.rows.map((row) => ({
      number: row.number,
      level2: row.indicators[1],
      lead: row.lead.map(({ code }) => code),
      support: row.support.map(({ code }) => code),
      groups: row.groups,
      due: row.deadline.due,
      target: row.target?.value ?? null,
    }));
    expect(read).toEqual(
      yearTasks().map(({ number, level2, lead, support, groups, due, target }) => ({
        number,
        level2,
        lead,
        support,
        groups,
        due,
        target,
      })),
    );
  });

  it('shows the unknown support as a problem of its row', () => {
    const problems = reading.rows.find((row) => row.number === '30')?.problems ?? [];
    expect(problems.map(({ message }) => message).join()).toContain('区残联');
  });
});
