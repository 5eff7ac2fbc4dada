import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../../domain/grouped-by.js';
import { AuditHistory } from '../../../platform/audit/audit-history.js';
import { BoardReader } from '../../ledger/board.reader.js';
import { ReportingReader } from '../../reporting/reporting.reader.js';

/** What has to be read again: everything, or some tasks. */
export type Stale = 'ALL' | readonly string[];

/** Kinds of things that lists depend on, and how their tasks are found. */
export const LEADS_TO: Readonly<
  Record<
    string,
    | 'ALL'
    | 'TASK'
    | 'assignment'
    | 'milestone'
    | 'extension_request'
    | 'progress_report'
    | 'close_out_request'
  >
> = {
  task: 'TASK',
  assignment: 'assignment',
  milestone: 'milestone',
  'extension-request': 'extension_request',
  progress_report: 'progress_report',
  close_out_request: 'close_out_request',
  // An import or an issue moves many tasks with one event; forms are laid, months frozen, calendars read for all.
  ledger: 'ALL',
  dispatch_round: 'ALL',
  calendar_year: 'ALL',
  department: 'ALL',
};

const LEDGER_KINDS = ['assignment', 'milestone', 'extension_request'] as const;
const REPORT_KINDS = ['progress_report', 'close_out_request'] as const;

/** More things than this are not looked up one by one. */
const MANY = 2000;

/** Finds out from the audit trail what a list held in memory has missed: every change of business is on it. */
@Injectable()
export class BoardChanges {
  constructor(
    private readonly history: AuditHistory,
    private readonly board: BoardReader,
    private readonly reports: ReportingReader,
  ) {}

  /** Number of the last change that anybody can have read by now. */
  head(): Promise<number> {
    return this.history.head();
  }

  /** What was changed after an event. */
  async since(seq: number): Promise<Stale> {
    const things = await this.history.changedSince(seq, MANY);
    if (things.length === MANY || things.some(({ kind }) => LEADS_TO[kind] === 'ALL')) return 'ALL';
    const byLead = groupedBy(things, ({ kind }): string => LEADS_TO[kind] ?? '');
    const idsOf = (lead: string): string[] => (byLead.get(lead) ?? []).map(({ id }) => id);
    const found = [
      idsOf('TASK'),
      ...(await Promise.all(LEDGER_KINDS.map((kind) => this.board.tasksOfParts(kind, idsOf(kind))))),
      ...(await Promise.all(REPORT_KINDS.map((kind) => this.reports.tasksOf(kind, idsOf(kind))))),
    ];
    return [...new Set(found.flat())];
  }
}
