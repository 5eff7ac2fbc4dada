import type { LedgerRow } from './ledger-row.js';

/** Brackets, dots and pauses around a number are ornament: （一） 1. 2、 */
const ORNAMENT = /^[(（\s]+|[)）、.．。\s]+$/g;
/** What is counted on from; longer numbers are codes. */
const COUNTED = /^\d{1,6}$/;
const CIRCLED = /^[\u2460-\u2473]$/;

/**
 * Takes the rows of a file in order; gives them with a number each, no two alike. Numbers that begin anew in each section or repeat cannot
 * name a task, so all are counted through; where some are only missing, those alone get the next free ones. What was changed is said.
 */
export function numberRows(rows: readonly LedgerRow[]): LedgerRow[] {
  const written = rows.map(({ number }) => plainNumber(number));
  const given = written.filter((number) => number !== '');
  if (new Set(given).size < given.length)
    return rows.map((row, i) => renumbered(row, String(i + 1), written[i]!));
  const taken = new Set(given);
  let next = Math.max(0, ...given.map((number) => (COUNTED.test(number) ? Number(number) : 0)));
  return rows.map((row, i) => {
    if (written[i]) return { ...row, number: written[i] };
    do next++;
    while (taken.has(String(next)));
    return renumbered(row, String(next), '');
  });
}

function plainNumber(text: string): string {
  const trimmed = text.trim();
  const plain = (CIRCLED.test(trimmed) ? String(trimmed.charCodeAt(0) - 0x245f) : trimmed).normalize('NFKC');
  return plain.replace(ORNAMENT, '').replace(/\s+/g, '');
}

function renumbered(row: LedgerRow, number: string, written: string): LedgerRow {
  if (number === written) return { ...row, number };
  const message = written
    ? `序号“${written}”在表中不唯一，已重新编为${number}。`
    : `没有序号，已自动编为${number}。`;
  const problem = {
    column: '序号',
    cell: row.place.sheet ? `第${row.place.row}行` : '',
    code: 'NUMBER_GENERATED',
    message,
  };
  return { ...row, number, problems: [...row.problems, problem] };
}
