import type { Day } from '../../../domain/calendar/day.js';
import type { Deadline } from '../../../domain/phrases/deadline.js';

/** One task as the file states it, with everything that could not be read said beside it. */
export interface LedgerRow {
  number: string;
  /** Names of the levels above the task, level 1 first. */
  indicators: string[];
  title: string;
  measures: string;
  /** The first is the first lead. */
  lead: NamedDepartment[];
  support: NamedDepartment[];
  groups: string[];
  deadline: Deadline & { raw: string };
  target: TaskTarget | null;
  problems: CellProblem[];
  status: RowStatus;
  /** Day of the month's node and what is to be reached by then, from columns 1月 … 12月. */
  nodes: { due: Day; label: string }[];
  /** Every cell of the row as written, by column heading. */
  raw: Record<string, string>;
  place: RowPlace;
  /** What a person set right, kept so that it can be set right again when the file comes back; absent where nothing was. */
  fixes?: RowFix;
}

export interface NamedDepartment {
  code: string;
  name: string;
}

export interface TaskTarget {
  value: number;
  unit: string;
}

/** ready: can be registered; needsReview: becomes a draft; rejected: nothing of the file is written; skipped: left out by a person. */
export type RowStatus = 'ready' | 'needsReview' | 'rejected' | 'skipped';

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
  /** 不导入这一行. */
  skip?: boolean;
}

/** Something to be seen by a person: where, a stable code, and a sentence that says what is wrong and what to do. */
export interface CellProblem {
  /** Heading of the column, '' where the whole row or file is meant. */
  column: string;
  /** Address as the user sees it (H12), or 第3段 in a text. */
  cell: string;
  code: string;
  message: string;
}

export interface RowPlace {
  sheet: string;
  /** Counted from 1, as the user sees it; in a text the paragraph. */
  row: number;
}

/** What a ledger file or notice gave. */
export interface LedgerReading {
  heading: HeadingFacts;
  rows: LedgerRow[];
  summary: { rows: number; ready: number; needsReview: number; rejected: number };
  /** Rows left out, and why. */
  skipped: SkippedRow[];
  /** What concerns sheets or the file, not a row. */
  notices: CellProblem[];
  /** Which column was taken for what, sheet by sheet, for the user to correct. */
  columns: { sheet: string; column: string; heading: string; field: string | null }[];
}

export interface SkippedRow {
  place: RowPlace;
  reason: 'TOTAL' | 'NOTE' | 'REPEATED_HEADER' | 'SECTION' | 'NO_TASK';
  text: string;
}

/** What stands above the table. */
export interface HeadingFacts {
  title: string | null;
  issuedOn: Day | null;
  year: number | null;
  /** 发文字号, e.g. 某法办〔2023〕3号. */
  sourceNumber: string | null;
}
