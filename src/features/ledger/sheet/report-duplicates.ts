import type { LedgerRow } from './ledger-row.js';

/**
 * Takes all rows of a file; gives them with each later row that repeats title and first lead of an earlier one held for review, so that
 * no task is created twice unseen.
 */
export function reportDuplicates(rows: readonly LedgerRow[]): LedgerRow[] {
  const seen = new Map<string, LedgerRow>();
  return rows.map((row) => {
    if (!row.title) return row;
    const key = JSON.stringify([row.title.normalize('NFKC').replace(/\s/g, ''), row.lead[0]?.code ?? '']);
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, row);
      return row;
    }
    const where = earlier.place.sheet === row.place.sheet ? '' : `“${earlier.place.sheet}”`;
    const message = `与${where}第${earlier.place.row}行的任务名称和牵头单位相同，请确认是否重复。`;
    const problem = { column: '', cell: `第${row.place.row}行`, code: 'TASK_DUPLICATE', message };
    const status = row.status === 'ready' ? 'needsReview' : row.status;
    return { ...row, status, problems: [...row.problems, problem] };
  });
}
