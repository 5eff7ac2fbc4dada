import type { SnapshotRow } from '../../src/domain/snapshot/snapshot-row.js';
import { countIn, noTotals, type SnapshotTotals } from '../../src/domain/snapshot/snapshot-totals.js';
import type { BulletinFacts } from '../../src/features/papers/bulletin-facts.js';

/** A row of the water bureau's dike task as frozen at the end of November 2023: on its way, reported in time. */
export function snapshotRow(changes: Partial<SnapshotRow> = {}): SnapshotRow {
  return {
    sortKey: '0007',
    number: '7',
    title: '完成河道堤防加固',
    indicator: '应急法治 / 防汛',
    departmentCode: '',
    departmentName: '区水务局',
    role: 'TASK',
    light: 'GREEN',
    rule: 'ON_SCHEDULE',
    explanation: '时限 2023-12-31，今天 2023-11-30',
    startsOn: '2023-01-10',
    originalDueOn: '2023-12-31',
    dueOn: '2023-12-31',
    deadlineVersion: 0,
    overdueDays: 0,
    timeProgress: 91,
    verifiedProgress: 92,
    claimedProgress: 92,
    pace: 'ON_SCHEDULE',
    count: null,
    targetCount: null,
    targetUnit: '',
    reportState: 'ACCEPTED',
    reportIsLate: 0,
    reportText: '堤防主体完工',
    problems: '',
    nextStep: '',
    redMonths: 0,
    extensions: 0,
    evidence: '[]',
    beforeMeeting: 0,
    ...changes,
  };
}

/** A task's row with the same row for its lead. */
export function taskRows(changes: Partial<SnapshotRow>, code: string): SnapshotRow[] {
  return [snapshotRow(changes), snapshotRow({ ...changes, role: 'LEAD', departmentCode: code })];
}

/** November 2023 of a small ledger: one task overdue for the second month, one close to it, one done, one going well. */
export function novemberFacts(changes: Partial<BulletinFacts> = {}): BulletinFacts {
  const rows = changes.rows ?? [
    ...taskRows({ light: 'RED', rule: 'OVERDUE', redMonths: 2, overdueDays: 30, pace: 'BEHIND', dueOn: '2023-10-31', originalDueOn: '2023-10-31', verifiedProgress: 80, explanation: '时限 2023-10-31，今天 2023-11-30，逾期 30 天', problems: '资金未到位', nextStep: '12月20日前完工' }, 'SWJ'),
    snapshotRow({ role: 'SUPPORT', departmentCode: 'CZJ', departmentName: '区财政局', reportState: 'MISSING', reportText: '' }),
    ...taskRows({ sortKey: '0008', number: '8', title: '开展行政执法案卷评查', indicator: '依法行政 / 执法监督', departmentName: '区司法局', light: 'YELLOW', pace: 'BEHIND', reportIsLate: 1, explanation: '序时进度落后 20 个百分点' }, 'SFJ'),
    ...taskRows({ sortKey: '0009', number: '9', title: '修订应急预案', departmentName: '区应急局', light: 'DONE', pace: 'DONE', reportState: 'NOT_REQUIRED' }, 'YJJ'),
    ...taskRows({ sortKey: '0010', number: '10', title: '组织防汛演练', reportState: 'RETURNED', extensions: 1, originalDueOn: '2023-11-30', beforeMeeting: 1 }, 'SWJ'),
  ]; // prettier-ignore
  return {
    month: '2023-11',
    ledgerTitle: '2023年法治政府建设重点任务',
    ordinal: 11,
    issuedOn: '2023-12-14',
    snapshotSha256: 'ab'.repeat(32),
    totals: totalsOf(rows),
    previous: null,
    corrections: [],
    registers: [],
    registerFigures: {},
    rules: { office: '区委依法治区办', addressee: '各责任单位：', requirements: ['抓紧补救。'] },
    ...changes,
    rows,
  };
}

export function totalsOf(rows: readonly SnapshotRow[]): SnapshotTotals {
  const totals = noTotals();
  for (const row of rows) countIn(totals, row);
  return totals;
}
