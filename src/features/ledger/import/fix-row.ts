import type { CellProblem, LedgerRow, NamedDepartment } from '../sheet/ledger-row.js';

/** What a user sets right in one row of a preview; what is left out stays as read. */
export interface RowFix {
  number?: string;
  title?: string;
  measures?: string;
  indicators?: string[];
  lead?: NamedDepartment[];
  support?: NamedDepartment[];
  groups?: string[];
  deadline?: LedgerRow['deadline'];
  target?: LedgerRow['target'];
}

/** Problems that are settled when a person states the field. */
const SETTLED: Readonly<Partial<Record<keyof RowFix, readonly string[]>>> = {
  number: ['NUMBER_GENERATED'],
  title: ['TITLE_MISSING', 'TITLE_TOO_LONG', 'TASK_STRUCK_OUT', 'TASK_DUPLICATE'],
  lead: ['LEAD_MISSING', 'LEAD_UNKNOWN'],
  support: ['SUPPORT_UNKNOWN', 'DEPARTMENTS_OPEN_ENDED', 'DEPARTMENT_COUNT_DIFFERS'],
  groups: ['DEPARTMENTS_OPEN_ENDED', 'DEPARTMENT_COUNT_DIFFERS'],
  target: ['TARGET_UNREADABLE'],
};

/** Problems because of which a row waits for a person. */
const HOLDING: ReadonlySet<string> = new Set(['LEAD_MISSING', 'LEAD_UNKNOWN', 'TASK_STRUCK_OUT']);

/**
 * Takes a row and what a person states of it; gives the row with its problems and status reckoned anew. `isReady` says
 * whether a deadline can be registered as it stands.
 */
export function fixRow(
  row: LedgerRow,
  fix: RowFix,
  isReady: (deadline: LedgerRow['deadline']) => boolean,
): LedgerRow {
  const stated = (Object.keys(fix) as (keyof RowFix)[]).filter((field) => fix[field] !== undefined);
  const settled = new Set(stated.flatMap((field) => SETTLED[field] ?? []));
  const problems = row.problems.filter(
    (problem) => !settled.has(problem.code) && !isOldDeadline(problem, fix),
  );
  const fixed: LedgerRow = { ...row, ...definedOf(fix), problems };
  return { ...fixed, status: statusOf(fixed, isReady(fixed.deadline)) };
}

function statusOf(row: LedgerRow, deadlineReady: boolean): LedgerRow['status'] {
  if (row.title.trim() === '') return 'rejected';
  const held = row.problems.some(({ code }) => HOLDING.has(code));
  return held || row.lead.length === 0 || !deadlineReady ? 'needsReview' : 'ready';
}

function isOldDeadline(problem: CellProblem, fix: RowFix): boolean {
  return fix.deadline !== undefined && problem.code.startsWith('DEADLINE');
}

function definedOf(fix: RowFix): Partial<LedgerRow> {
  return Object.fromEntries(Object.entries(fix).filter(([, value]) => value !== undefined));
}
