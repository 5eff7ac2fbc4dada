import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { answer } from './child.js';

// Child: writes a ledger as an office sends it. Words: file, number of rows. The departments are those of make-data.
const [file = '', rows = '0'] = process.argv.slice(2);
const DEPARTMENTS = 41;
const PER_INDICATOR = 50;
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('重点任务台账');
sheet.addRow(['2023年度法治政府建设重点任务分解台账']);
sheet.addRow(['印发日期：2023年1月10日']);
sheet.addRow(['序号', '一级指标', '二级指标', '重点任务', '工作措施', '牵头单位', '配合单位', '完成时限']);
for (let n = 1; n <= Number(rows); n++) {
  const indicator = Math.ceil(n / PER_INDICATOR);
  sheet.addRow([
    n,
    `第${Math.ceil(indicator / 10)}项工作`,
    `第${indicator}项指标`,
    `落实第${n}项任务`,
    `按季度推进第${n}项任务并报送情况`,
    `第${n % DEPARTMENTS}局`,
    n % 3 === 0 ? `第${(n + 7) % DEPARTMENTS}局` : '',
    n % 2 === 0 ? '2023年10月底前' : '2023年12月31日前',
  ]);
}
writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
answer({ rows: Number(rows) });
