import type { Day } from '../../domain/calendar/day.js';
import type { Month } from '../../domain/calendar/month.js';
import type { RegisterRow } from '../../domain/snapshot/register-row.js';
import type { MonthRegisters } from '../../domain/snapshot/register-text.js';
import type { SnapshotRow } from '../../domain/snapshot/snapshot-row.js';
import type { SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import type { BulletinRules } from './bulletin-rules.js';

/** What a bulletin is made from: the frozen month and nothing that can change afterwards. */
export interface BulletinFacts {
  month: Month;
  ledgerTitle: string;
  /** Place of the month among the frozen months of the ledger, from 1. */
  ordinal: number;
  issuedOn: Day;
  snapshotSha256: string;
  totals: SnapshotTotals;
  /** Totals of the frozen month before; null for the first. */
  previous: { month: Month; totals: SnapshotTotals } | null;
  rows: readonly SnapshotRow[];
  /** Decisions and hearings frozen with the month. */
  registers: readonly RegisterRow[];
  registerFigures: MonthRegisters['figures'];
  corrections: readonly BulletinCorrection[];
  rules: BulletinRules;
}

/** 追溯更正: a fact of an earlier bulletin that turned out otherwise. */
export interface BulletinCorrection {
  month: Month;
  taskNumber: string;
  taskTitle: string;
  department: string;
  field: string;
  was: string;
  now: string;
  reason: string;
}

/** A task with the rows of its departments. */
export interface TaskGroup {
  task: SnapshotRow;
  parts: SnapshotRow[];
}

/** Puts the rows together by task, in reading order; first leads first among the parts of a task. */
export function groupByTask(rows: readonly SnapshotRow[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const row of rows) {
    if (row.role === 'TASK') groups.set(keyOf(row), { task: row, parts: [] });
  }
  for (const row of rows) {
    if (row.role !== 'TASK') groups.get(keyOf(row))?.parts.push(row);
  }
  for (const { task, parts } of groups.values()) parts.sort((a, b) => rankOf(a, task) - rankOf(b, task));
  return [...groups.values()];
}

/** Names of the leads, first lead first. */
export function leadsOf({ task, parts }: TaskGroup): string[] {
  const leads = parts.filter((part) => part.role === 'LEAD').map((part) => part.departmentName);
  return leads.length > 0 ? leads : [task.departmentName].filter((name) => name !== '');
}

/** A level-1 indicator, or the words for tasks without one. */
export function indicatorOf(row: SnapshotRow): string {
  return row.indicator.split(' / ')[0] || '未分类任务';
}

/** Two parts of one number may share a sort key and two sort keys never share a number. */
function keyOf(row: SnapshotRow): string {
  return `${row.sortKey}\n${row.number}`;
}

function rankOf(part: SnapshotRow, task: SnapshotRow): number {
  if (part.role !== 'LEAD') return 2;
  return part.departmentName === task.departmentName ? 0 : 1;
}
