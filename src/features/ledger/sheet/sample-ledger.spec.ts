import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { register2023 } from '../../../../test/data/register-2023.js';
import { readOfficeFile } from '../../../platform/office/read-office-file.js';
import type { LedgerReading, LedgerRow } from './ledger-row.js';
import { readLedgerSheets } from './read-ledger-sheets.js';

/** number|lead|support|groups|kind due|target: what each of the 36 rows of test/data/sample-2023.xlsx says. */
const EXPECTED = [
  '1|BB|SFJ|ALL_DEPARTMENTS|date 2023-06-30|',
  '2|ZWB|SCJ+RSJ+YBJ||date 2023-09-30|12项',
  '3|SFJ||ALL_DEPARTMENTS+ALL_STREETS|date 2023-10-31|3次',
  '4|SFJ|GSL||ongoing 2023-12-31|',
  '5|SFJ||ALL_DEPARTMENTS+ALL_STREETS|ongoing 2023-12-31|',
  '6|SFJ||RELEVANT_UNITS|date 2023-06-30|',
  '7|ZFB|SFJ||date 2023-04-30|',
  '8|ZFB|SFJ|RELEVANT_UNITS|date 2023-12-31|4项',
  '9|ZFB|SFJ||date 2023-11-30|',
  '10|SFJ|||date 2023-09-30|1次',
  '11|SFJ||ENFORCEMENT_UNITS|range 2023-12-31|',
  '12|SFJ||RELEVANT_UNITS|recurring 2023-12-31|100%',
  '13|SFJ||ENFORCEMENT_UNITS|recurring 2023-12-31|12期',
  '14|SFJ||ENFORCEMENT_UNITS|date 2023-03-31|',
  '15|SFJ||ENFORCEMENT_UNITS|milestones 2023-12-31|2次',
  '16|SFJ|RSJ||ongoing 2023-12-31|4期',
  '17|SFJ|CGW|ALL_STREETS|date 2023-10-31|3期',
  '18|SFJ||ENFORCEMENT_UNITS|milestones 2023-09-30|2次',
  '19|YJJ|WJW+XFJ||date 2023-09-30|',
  '20|XFJ|YJJ||date 2023-05-31|1次',
  '21|SFJ+ZFW||ALL_STREETS|ongoing 2023-12-31|',
  '22|SFJ|JCY||date 2023-09-20|1件',
  '23|SFJ|XCB|RESPONSIBLE_UNITS|milestones 2023-10-31|',
  '24|SFJ|JYJ+TQW||date 2023-12-31|5家',
  '25|SFJ+JYJ|TQW||date 2023-12-31|11场',
  '26|SFJ||ALL_STREETS|date 2023-12-31|12场',
  '27|SFJ||ALL_STREETS|recurring 2023-12-31|2次',
  '28|SFJ||ALL_STREETS|date 2023-05-31|',
  '29|SFJ||ALL_DEPARTMENTS|date 2023-12-31|23家',
  '30|SFJ|RSJ+MZJ||ongoing 2023-12-31|',
  '31|SFJ|||recurring 2023-12-31|4次',
  '32|SFJ|||recurring 2023-12-31|2次',
  '33|ZFB+SFJ|ZWB+SCJ+SZB+YJJ||date 2023-12-31|4个',
  '34|SFJ||RESPONSIBLE_UNITS|date 2023-07-31|100项',
  '35|SFJ|ZWB+WHL||relative 2023-02-09|3个',
  '36|SFJ|ZFB||date 2024-03-01|1份',
];

function brief(row: LedgerRow): string {
  const codes = (departments: LedgerRow['lead']): string => departments.map(({ code }) => code).join('+');
  const target = row.target ? `${row.target.value}${row.target.unit}` : '';
  const { kind, due } = row.deadline;
  return [
    row.number,
    codes(row.lead),
    codes(row.support),
    row.groups.join('+'),
    `${kind} ${due}`,
    target,
  ].join('|');
}

let reading: LedgerReading;
const row = (number: string): LedgerRow => reading.rows.find((one) => one.number === number)!;

beforeAll(async () => {
  const document = await readOfficeFile(readFileSync('test/data/sample-2023.xlsx'), 'sample-2023.xlsx');
  if (document.kind !== 'workbook') throw new Error('not a workbook');
  reading = readLedgerSheets(document.sheets, { year: 2023, register: register2023() });
});

describe('the sample ledger of 2023', () => {
  it('gives 36 ready rows with the right departments, groups, deadlines and targets', () => {
    expect(reading.rows.map(brief)).toEqual(EXPECTED);
    expect(reading.summary).toEqual({ rows: 36, ready: 36, needsReview: 0, rejected: 0 });
  });

  it('fills the merged indicators down: 12 on the second level', () => {
    expect(new Set(reading.rows.map(({ indicators }) => indicators.join('/'))).size).toBe(12);
    expect(row('5').indicators).toEqual(['依法行政', '制度建设']);
    expect(row('36').indicators).toEqual(['组织保障', '示范创建']);
  });

  it('reads the issue date and title above the table and leaves out totals and notes', () => {
    expect(reading.heading).toEqual({
      title: '河北区2023年法治政府建设重点工作台账',
      issuedOn: '2023-01-10',
      year: 2023,
      sourceNumber: null,
    });
    expect(reading.skipped.map(({ reason, place }) => `${reason} ${place.row}`)).toEqual([
      'TOTAL 42',
      'NOTE 43',
    ]);
    expect(reading.notices).toEqual([]);
  });

  it('keeps each cell as written and says what is open', () => {
    expect(row('3').raw).toMatchObject({
      配合单位: '各部门\n各街道',
      完成时限: '2023年10月31日前',
    });
    expect(row('8').problems).toEqual([
      {
        column: '配合单位',
        cell: 'G12',
        code: 'DEPARTMENTS_OPEN_ENDED',
        message: 'G12“区司法局、各承办单位”没有写全单位，请补充具体名单。',
      },
      {
        column: '完成时限',
        cell: 'H12',
        code: 'CELL_COMMENT',
        message: 'H12有批注：“区司法局已请示”，请确认是否影响该项任务。',
      },
    ]);
    expect(row('7').deadline).toMatchObject({
      kind: 'date',
      due: '2023-04-30',
      raw: '2023-04-30',
      needsReview: false,
    });
  });

  it('keeps both stages of a deadline with what they are for', () => {
    expect(row('23').deadline.items).toEqual([
      { due: '2023-08-31', label: '自查' },
      { due: '2023-10-31', label: '验收' },
    ]);
  });
});
