import { importedRow, type ImportedRow, type KnownTask } from './diff-import.js';
import type { LedgerRow } from '../sheet/ledger-row.js';
import type { TaskPlan } from '../tasks/task-plan.js';
import type { TaskRecord } from '../task.store.js';
import type { PlannedTask } from '../tasks/write-tasks.js';

/** What a task keeps of the row it came from. */
export interface KeptRow {
  /** Cells as written, by column heading. */
  cells: Record<string, string>;
  fileSha256: string;
  /** Sheet and row in the file. */
  place: { sheet: string; row: number };
  read: ImportedRow;
}

/** Takes a row of a preview; gives the task it asks for. */
export function planOfRow(row: LedgerRow): TaskPlan {
  const { number, indicators, title, measures, groups, deadline, target, nodes } = row;
  const lead = row.lead.map(({ code }) => code);
  const support = row.support.map(({ code }) => code);
  return { number, indicators, title, measures, lead, support, groups, deadline, target, nodes };
}

/** Takes a row and the file it stands in; gives it on its way into a ledger, raw cells and all. */
export function plannedRow(row: LedgerRow, fileSha256: string, year: number): PlannedTask {
  const plan = planOfRow(row);
  return {
    plan,
    ready: row.status === 'ready',
    rawCells: keptRow(row, fileSha256, year),
    problems: row.problems,
    openEnded: row.problems.some(({ code }) => code === 'DEPARTMENTS_OPEN_ENDED'),
  };
}

/** The JSON a task keeps of its row. */
export function keptRow(row: LedgerRow, fileSha256: string, year: number): string {
  const kept: KeptRow = {
    cells: row.raw,
    fileSha256,
    place: row.place,
    read: importedRow(planOfRow(row), year),
  };
  return JSON.stringify(kept);
}

/** Takes a task of a ledger; gives what a comparison with a file needs of it. */
export function knownTask(task: TaskRecord): KnownTask {
  const { id, number, state, title } = task;
  const kept = JSON.parse(task.rawCells) as Partial<KeptRow>;
  return { id, number, state, title, imported: kept.read ?? null };
}
