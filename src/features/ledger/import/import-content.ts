import { WHOLE_INSTALLATION } from '../../../domain/access/jurisdiction.js';
import type { Day } from '../../../domain/calendar/day.js';
import type { ImportDiff } from './diff-import.js';
import type { LedgerImportRecord } from '../ledger-import.store.js';
import type { LedgerReading, LedgerRow } from '../sheet/ledger-row.js';

/** What is kept of a reading beside its rows. */
export type ImportHeadings = Pick<LedgerReading, 'heading' | 'skipped' | 'notices' | 'columns'> & {
  /** Code of the ledger the rows go to. */
  ledger: string;
  ledgerKind: string;
};

/** An import with its JSON columns opened. */
export interface ImportContent {
  id: string;
  fileName: string;
  fileSha256: string;
  kind: string;
  year: number;
  issuedOn: Day | null;
  mapping: Record<string, string | null>;
  rows: LedgerRow[];
  headings: ImportHeadings;
  state: string;
  ledgerId: string | null;
  diff: ImportDiff;
  jurisdiction: string;
  createdOn: Day;
  version: number;
}

/** How many rows stand in each status. */
export interface ImportSummary {
  rows: number;
  ready: number;
  needsReview: number;
  rejected: number;
  /** Left out by a person. */
  skipped: number;
}

/** Takes what is kept; gives it opened. */
export function contentOf(record: LedgerImportRecord): ImportContent {
  const { mapping, rows, headings, diff, ...rest } = record;
  return {
    ...rest,
    mapping: JSON.parse(mapping) as ImportContent['mapping'],
    rows: JSON.parse(rows) as LedgerRow[],
    headings: JSON.parse(headings) as ImportHeadings,
    diff: JSON.parse(diff) as ImportDiff,
  };
}

/** Counts rows by status. */
export function summaryOf(rows: readonly LedgerRow[]): ImportSummary {
  const count = (status: LedgerRow['status']): number => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    ready: count('ready'),
    needsReview: count('needsReview'),
    rejected: count('rejected'),
    skipped: count('skipped'),
  };
}

/** The code a year's ledger of a kind has, e.g. `KT-2023`; of a jurisdiction among others `HP-KT-2023`. */
export function ledgerCode(kind: string, year: number, jurisdiction = WHOLE_INSTALLATION): string {
  const prefixes: Record<string, string> = { KEY_TASKS: 'KT', DEMONSTRATION: 'DC', ACTION_ITEMS: 'AI' };
  const node = jurisdiction.split('/').at(-2) ?? '';
  return `${node === '' ? '' : `${node}-`}${prefixes[kind] ?? kind}-${year}`;
}
