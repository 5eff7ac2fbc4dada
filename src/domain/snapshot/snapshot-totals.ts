import type { Day } from '../calendar/day.js';
import type { SnapshotRow } from './snapshot-row.js';

/** Tasks per light. */
export type LightCounts = Record<'GREEN' | 'YELLOW' | 'RED' | 'DONE' | 'GREY', number>;

/** Tasks per 序时进度 word. */
export type PaceCounts = Record<'ahead' | 'onSchedule' | 'behind' | 'done' | 'other', number>;

/** What a month's snapshot adds up to. `lights` and `progress` count tasks, never departments' parts. */
export interface SnapshotTotals {
  tasks: number;
  lights: LightCounts;
  progress: PaceCounts;
}

const PACE_KEY: Readonly<Record<SnapshotRow['pace'], keyof PaceCounts>> = {
  AHEAD: 'ahead',
  ON_SCHEDULE: 'onSchedule',
  BEHIND: 'behind',
  DONE: 'done',
  OTHER: 'other',
};

/** Totals of nothing. */
export function noTotals(): SnapshotTotals {
  return {
    tasks: 0,
    lights: { GREEN: 0, YELLOW: 0, RED: 0, DONE: 0, GREY: 0 },
    progress: { ahead: 0, onSchedule: 0, behind: 0, done: 0, other: 0 },
  };
}

/** Counts one row in; rows of departments' parts change nothing. Changes `totals` in place, as a freeze counts a million. */
export function countIn(totals: SnapshotTotals, row: Pick<SnapshotRow, 'role' | 'light' | 'pace'>): void {
  if (row.role !== 'TASK') return;
  totals.tasks += 1;
  totals.lights[row.light] += 1;
  totals.progress[PACE_KEY[row.pace]] += 1;
}

/** Both counts together. */
export function sumTotals(one: SnapshotTotals, other: SnapshotTotals): SnapshotTotals {
  const sum = structuredClone(one);
  sum.tasks += other.tasks;
  for (const light of Object.keys(sum.lights) as (keyof LightCounts)[])
    sum.lights[light] += other.lights[light];
  for (const pace of Object.keys(sum.progress) as (keyof PaceCounts)[]) {
    sum.progress[pace] += other.progress[pace];
  }
  return sum;
}

/** One line of the overdue list. */
export interface OverdueLine {
  number: string;
  title: string;
  /** The first lead. */
  department: string;
  originalDueOn: Day | null;
  dueOn: Day | null;
  overdueDays: number;
  rule: string;
  explanation: string;
}

/** The line of an overdue task; its own row only, so that a task has one line at most. */
export function overdueLine(row: SnapshotRow): OverdueLine {
  return {
    number: row.number,
    title: row.title,
    department: row.departmentName,
    originalDueOn: row.originalDueOn,
    dueOn: row.dueOn,
    overdueDays: row.overdueDays,
    rule: row.rule,
    explanation: row.explanation,
  };
}
