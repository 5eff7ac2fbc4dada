import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import type { VerifiedFacts } from './report-facts.js';
import { requireOwed } from './reporting-rules.js';
import { ReportingReader } from './reporting.reader.js';
import type { ReportRecord } from './report.store.js';

/** What a report stands on: whether the part still owes it, and what was verified before. */
@Injectable()
export class ReportGround {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly reader: ReportingReader,
    private readonly clock: Clock,
  ) {}

  /** Refuses the report of a part that was taken away from the department. */
  async requireOwed(report: Pick<ReportRecord, 'assignmentId'>): Promise<void> {
    requireOwed(await this.ledgers.assignment(report.assignmentId));
  }

  /** The figures last verified for the part up to the report's month; null when there are none. */
  async lastVerified(
    report: Pick<ReportRecord, 'taskId' | 'assignmentId' | 'month'>,
  ): Promise<VerifiedFacts | null> {
    const verified = await this.reader.latestVerified([report.taskId], report.month, this.clock.today());
    return verified.get(report.assignmentId) ?? null;
  }
}
