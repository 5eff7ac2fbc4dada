import type { Day } from '../calendar/day.js';

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
  light: 'DONE' | 'GREY' | 'RED' | 'YELLOW' | 'GREEN';
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
  pace: 'AHEAD' | 'ON_SCHEDULE' | 'BEHIND' | 'DONE' | 'OTHER';
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
  /** JSON: hashes of the evidence that stood on the day, in text order; of the task, or of the department. */
  evidence: string;
  /** 1 = the last change of deadline was asked for just before a meeting (会前改期). */
  beforeMeeting: number;
}
