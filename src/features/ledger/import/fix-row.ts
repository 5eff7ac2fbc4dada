import type { CellProblem, LedgerRow, RowFix } from '../sheet/ledger-row.js';

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
  const defined = definedOf(fix);
  const { skip = row.fixes?.skip ?? false, ...stating } = defined;
  const noted = stated.length === 0 ? {} : { fixes: { ...row.fixes, ...defined } };
  const fixed: LedgerRow = { ...row, ...stating, problems, ...noted };
  return { ...fixed, status: skip ? 'skipped' : statusOf(fixed, isReady(fixed.deadline)) };
}

/**
 * Takes the rows of a file read again and those of the preview before; gives the rows with everything a person had set
 * right, wherever the row stands in the file as it stood. A row that was changed in the file speaks for itself.
 */
export function carryFixes(
  rows: readonly LedgerRow[],
  before: readonly LedgerRow[],
  isReady: (deadline: LedgerRow['deadline']) => boolean,
): LedgerRow[] {
  const kept = new Map<string, RowFix[]>();
  for (const { raw, fixes } of before) {
    const key = JSON.stringify(raw);
    if (fixes) kept.set(key, [...(kept.get(key) ?? []), fixes]);
  }
  return rows.map((row) => {
    const fixes = kept.get(JSON.stringify(row.raw))?.shift();
    return fixes ? fixRow(row, fixes, isReady) : row;
  });
}

function statusOf(row: LedgerRow, deadlineReady: boolean): LedgerRow['status'] {
  if (row.title.trim() === '') return 'rejected';
  const held = row.problems.some(({ code }) => HOLDING.has(code));
  return held || row.lead.length === 0 || !deadlineReady ? 'needsReview' : 'ready';
}

function isOldDeadline(problem: CellProblem, fix: RowFix): boolean {
  return fix.deadline !== undefined && problem.code.startsWith('DEADLINE');
}

function definedOf(fix: RowFix): RowFix {
  return Object.fromEntries(Object.entries(fix).filter(([, value]) => value !== undefined));
}
