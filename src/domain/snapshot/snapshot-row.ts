import type { Day } from '../calendar/day.js';
import type { Month } from '../calendar/month.js';

/** What is frozen of a task (`role` TASK, no department) or of one department's part in it. Business words and values only. */
export interface SnapshotRow {
  /** Text order of this key is reading order. */
  sortKey: string;
  number: string;
  title: string;
  /** Indicator names from level 1, joined by ` / `. */
  indicator: string;
  /** Empty for the task itself. */
  departmentCode: string;
  /** For the task itself: its first lead's name. */
  departmentName: string;
  role: 'TASK' | 'LEAD' | 'SUPPORT';
  light: string;
  rule: string;
  explanation: string;
  startsOn: Day;
  originalDueOn: Day | null;
  dueOn: Day | null;
  deadlineVersion: number;
  overdueDays: number;
  /** Percent. */
  timeProgress: number | null;
  verifiedProgress: number | null;
  claimedProgress: number | null;
  pace: string;
  count: number | null;
  targetCount: number | null;
  targetUnit: string;
  reportState: string;
  reportIsLate: number;
  reportText: string;
  problems: string;
  nextStep: string;
  /** 连续 N 月红灯, this month included. */
  redMonths: number;
  /** Approved extensions so far. */
  extensions: number;
  /** 1 = the last change of deadline was asked for just before a meeting (会前改期). */
  beforeMeeting: number;
}

/** What a month's hash begins with: which ledger and which month. */
export function snapshotHead(ledgerCode: string, month: Month, asOf: Day): string {
  return JSON.stringify({ asOf, ledger: ledgerCode, month });
}

/**
 * One row as canonical JSON (RFC 8785): keys in code-unit order, written out by hand because a freeze does this once
 * per row. No ids and no instants, so two installations with the same records get the same text.
 */
export function snapshotLine(row: SnapshotRow): string {
  return JSON.stringify({
    beforeMeeting: row.beforeMeeting,
    claimedProgress: row.claimedProgress,
    count: row.count,
    deadlineVersion: row.deadlineVersion,
    departmentCode: row.departmentCode,
    departmentName: row.departmentName,
    dueOn: row.dueOn,
    explanation: row.explanation,
    extensions: row.extensions,
    indicator: row.indicator,
    light: row.light,
    nextStep: row.nextStep,
    number: row.number,
    originalDueOn: row.originalDueOn,
    overdueDays: row.overdueDays,
    pace: row.pace,
    problems: row.problems,
    redMonths: row.redMonths,
    reportIsLate: row.reportIsLate,
    reportState: row.reportState,
    reportText: row.reportText,
    role: row.role,
    rule: row.rule,
    startsOn: row.startsOn,
    targetCount: row.targetCount,
    targetUnit: row.targetUnit,
    timeProgress: row.timeProgress,
    title: row.title,
    verifiedProgress: row.verifiedProgress,
  });
}
