import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ledgerWorkbook } from './make-ledger.js';
import { demoFile } from './read-rows.js';
import { yearTasks } from './year-tasks.js';

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
