import type { Day } from '../../domain/calendar/day.js';
import { wallIn } from '../clock/zone-days.js';
import { writeWorkbook } from '../office/write-workbook.js';
import type { AuditRow } from './audit-list.js';
import type { AuditNaming } from './audit-names.js';

const HEADER = [
  '序号',
  '时间',
  '岗位',
  '办理人',
  '来源',
  '操作',
  '操作代码',
  '对象类别',
  '类别代码',
  '对象编号',
  '变更前',
  '变更后',
  '请求编号',
];
const WIDTHS = [8, 20, 16, 12, 16, 28, 24, 16, 16, 24, 40, 40, 24];

/** The workbook of exported events, as of a day; the codes stand beside their names, as the trail itself has them. */
export function auditWorkbook(
  rows: readonly AuditRow[],
  naming: AuditNaming,
  day: Day,
  zone: string,
): Promise<Buffer> {
  const cells = rows.map((row) => [
    row.seq,
    wallIn(zone, row.at),
    row.actor,
    row.holder,
    row.address,
    naming.operation(row.operation),
    row.operation,
    naming.objectKind(row.objectKind),
    row.objectKind,
    row.objectId,
    row.before,
    row.after,
    row.requestId,
  ]);
  const header = HEADER.map((value) => ({ value, bold: true }));
  return writeWorkbook({
    title: '审计日志',
    author: '法治调度',
    day,
    sheets: [{ name: '审计日志', rows: [header, ...cells], widths: WIDTHS, frozenRows: 1, borderedFrom: 0 }],
  });
}
