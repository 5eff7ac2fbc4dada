import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { demoFile, readRows, sourceFile } from './read-rows.js';

type Row = Record<string, string>;

const FIRST_ROW = 6;
const WIDTHS = [6, 14, 16, 30, 40, 24, 26, 8, 8, 20, 12];
const HEAD: [string, string][] = [
  ['A4:A5', '序号'],
  ['B4:C4', '指标'],
  ['D4:D5', '重点任务'],
  ['E4:E5', '工作措施'],
  ['F4:G4', '责任分工'],
  ['H4:I4', '量化目标'],
  ['J4:J5', '完成时限'],
  ['K4:K5', '备注'],
];
const SUBHEAD = { B5: '一级指标', C5: '二级指标', F5: '牵头单位', G5: '配合单位', H5: '数量', I5: '单位' };

/**
 * Builds the ledger as offices really send it: title lines, a header of two rows, cells merged over several tasks, dates
 * as text, as date cells and as bare serial numbers, names broken over lines, a total, a note, a hidden sheet of hints.
 */
export function ledgerWorkbook(): ExcelJS.Workbook {
  const rows = readRows(sourceFile('ledger-rows.csv'));
  const book = new ExcelJS.Workbook();
  // A fixed day, so that making the file again does not change it without need.
  book.created = new Date(Date.UTC(2023, 0, 10));
  book.modified = book.created;
  const sheet = book.addWorksheet('重点任务台账', { views: [{ state: 'frozen', ySplit: 5 }] });
  writeHead(sheet);
  rows.forEach((row, index) => writeTask(sheet, FIRST_ROW + index, row));
  mergeDown(sheet, 'B', rows, (row) => row.level1 ?? '');
  mergeDown(sheet, 'C', rows, (row) => row.level2 ?? '');
  writeFoot(sheet, FIRST_ROW + rows.length, rows.length);
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const hints = book.addWorksheet('填表说明', { state: 'hidden' });
  hints.getCell('A1').value = '牵头单位列首位的为第一牵头单位；完成时限按日历日掌握。';
  return book;
}

function writeHead(sheet: ExcelJS.Worksheet): void {
  for (const line of ['A1:K1', 'A2:K2', 'A3:K3']) sheet.mergeCells(line);
  sheet.getCell('A1').value = '附件';
  sheet.getCell('A2').value = '河北区2023年度法治政府建设重点任务分解台账';
  sheet.getCell('A2').font = { size: 20, bold: true };
  sheet.getCell('A3').value = '填报单位：区委依法治区办　　印发日期：2023年1月10日';
  for (const [range, text] of HEAD) {
    sheet.mergeCells(range);
    sheet.getCell(range.split(':')[0] ?? '').value = text;
  }
  for (const [cell, text] of Object.entries(SUBHEAD)) sheet.getCell(cell).value = text;
  for (const number of [4, 5]) sheet.getRow(number).font = { bold: true };
}

function writeTask(sheet: ExcelJS.Worksheet, number: number, row: Row): void {
  const broken = (text = '') => text.replaceAll('⏎', '\n');
  const target = row.target === '' ? null : Number(row.target);
  sheet.getRow(number).values = [
    Number(row.number),
    row.level1,
    row.level2,
    row.title,
    row.measures,
    row.lead,
    broken(row.support) || null,
    target,
    row.unit || null,
    deadlineCell(row),
    row.remark || null,
  ];
  if (row.cell === 'DATE') sheet.getCell(`J${number}`).numFmt = 'yyyy/m/d';
  sheet.getRow(number).alignment = { wrapText: true, vertical: 'middle' };
  if (row.number === '17') sheet.getCell(`D${number}`).note = '经费已列入年初预算';
}

function deadlineCell(row: Row): string | number | Date {
  const text = row.deadline ?? '';
  if (row.cell === 'NUMBER') return Number(text);
  return row.cell === 'DATE' ? new Date(`${text}T00:00:00Z`) : text;
}

function mergeDown(
  sheet: ExcelJS.Worksheet,
  column: string,
  rows: Row[],
  valueOf: (row: Row) => string,
): void {
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const next = rows[index];
    if (next && valueOf(next) === valueOf(rows[start] ?? {})) continue;
    if (index - start > 1)
      sheet.mergeCells(`${column}${FIRST_ROW + start}:${column}${FIRST_ROW + index - 1}`);
    start = index;
  }
}

function writeFoot(sheet: ExcelJS.Worksheet, after: number, count: number): void {
  sheet.getCell(`A${after}`).value = '合计';
  sheet.getCell(`D${after}`).value = `共${count}项`;
  sheet.mergeCells(`A${after + 1}:K${after + 1}`);
  sheet.getCell(`A${after + 1}`).value = '注：本表所列“各街道”指全部十个街道办事处。填表人：　　　　审核人：';
}

if (process.argv[1]?.endsWith('make-ledger.ts')) {
  await ledgerWorkbook().xlsx.writeFile(fileURLToPath(demoFile('ledger-2023.xlsx')));
}
