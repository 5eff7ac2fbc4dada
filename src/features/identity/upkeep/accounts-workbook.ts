import type { Day } from '../../../domain/calendar/day.js';
import { wallIn } from '../../../platform/clock/zone-days.js';
import { writeWorkbook } from '../../../platform/office/write-workbook.js';
import type { AccountResponse } from '../present-account.js';

const HEADER = ['用户名', '姓名', '职责', '岗位', '状态', '原因', '动态口令', '建立时间', '最近登录'];
const WIDTHS = [20, 12, 14, 36, 10, 30, 10, 20, 20];

/** 账号清单, as of a day, for the regular check of who may sign in. */
export function accountsWorkbook(
  accounts: readonly AccountResponse[],
  day: Day,
  zone: string,
): Promise<Buffer> {
  const header = HEADER.map((value) => ({ value, bold: true }));
  const rows = accounts.map((account) => [
    account.username,
    account.name,
    account.dutyLabel,
    account.grants.map(({ post, from, to }) => `${post}（${from} 至 ${to ?? '今'}）`).join('；'),
    account.stateLabel,
    account.stateReason,
    account.secondFactor ? '已绑定' : '',
    wallIn(zone, account.createdAt),
    account.lastSignInAt === null ? '从未登录' : wallIn(zone, account.lastSignInAt),
  ]);
  return writeWorkbook({
    title: '账号清单',
    author: '法治调度',
    day,
    sheets: [{ name: '账号清单', rows: [header, ...rows], widths: WIDTHS, frozenRows: 1, borderedFrom: 0 }],
  });
}
