import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { CitedEvidence, idsOf } from './cited-evidence.js';
import type { VerifiedFacts } from './report-facts.js';
import { requireOwed } from './reporting-rules.js';
import { ReportingReader } from './reporting.reader.js';
import type { ReportRecord } from './report.store.js';

/** What a report stands on: whether the part still owes it, what was verified before, and its evidence. */
@Injectable()
export class ReportGround {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly reader: ReportingReader,
    private readonly clock: Clock,
    private readonly evidence: CitedEvidence,
  ) {}

  /** Refuses the report of a part that was taken away from the department. */
  async requireOwed(report: Pick<ReportRecord, 'assignmentId'>): Promise<void> {
    requireOwed(await this.ledgers.assignment(report.assignmentId));
  }

  /** Refuses evidence that cannot stand behind the report. */
  requireCitable(report: Pick<ReportRecord, 'taskId' | 'departmentId' | 'evidenceIds'>): Promise<void> {
    return this.evidence.requireCitable(idsOf(report), report);
  }

  /** Tells which evidence a submission names; one that has never named any is not spoken of. */
  async tellCited(report: Pick<ReportRecord, 'id' | 'evidenceIds' | 'timesReturned'>): Promise<void> {
    const evidenceIds = idsOf(report);
    if (evidenceIds.length === 0 && report.timesReturned === 0) return;
    const subject = { subjectKind: 'REPORT' as const, subjectId: report.id, evidenceIds };
    await this.evidence.tell(subject, `${report.id}/${report.timesReturned}`, this.clock.today());
  }

  /** The figures last verified for the part up to the report's month; null when there are none. */
  async lastVerified(
    report: Pick<ReportRecord, 'taskId' | 'assignmentId' | 'month'>,
  ): Promise<VerifiedFacts | null> {
    const verified = await this.reader.latestVerified([report.taskId], report.month, this.clock.today());
    return verified.get(report.assignmentId) ?? null;
  }
}
