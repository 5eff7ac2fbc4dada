import { LedgerReader } from '../ledger/ledger.reader.js';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { staleVersion } from '../../platform/database/version.js';
import { RunLedger } from '../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot } from '../../platform/jobs/slot-names.js';
import { reportNotFound } from './reporting.errors.js';
import { requireTaking, type FreezeStanding } from './reporting-rules.js';
import { ReportStore, type ReportRecord } from './report.store.js';

/** Lays a report before a deed and puts it back: visibility, version, freeze and audit are the same for all deeds. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly reports: ReportStore,
    private readonly ledgers: LedgerReader,
    private readonly runs: RunLedger,
    private readonly audit: AuditTrail,
  ) {}

  /** The report; one of another department is not found. With a version: refuses a stale one. */
  async open(id: string, version?: number): Promise<ReportRecord> {
    const report = await this.reports.one(id, scopeOf(currentActor()));
    if (!report) throw reportNotFound();
    await this.ledgers.ledger(report.ledgerId);
    if (version !== undefined && report.version !== version)
      throw staleVersion('progress_report', report, version);
    return report;
  }

  /** Asked inside the unit that writes, so that no freeze begins between the question and the write. */
  async freezeOf({ ledgerId, month }: Pick<ReportRecord, 'ledgerId' | 'month'>): Promise<FreezeStanding> {
    const slot = monthSlot(ledgerId, month);
    if (!(await this.runs.hasBegun(FREEZE_JOB, slot))) return 'OPEN';
    return (await this.runs.isDone(FREEZE_JOB, slot)) ? 'FROZEN' : 'FREEZING';
  }

  /** Refuses once the month's freeze has begun: what is frozen must not change behind it. */
  async requireTaking(report: Pick<ReportRecord, 'ledgerId' | 'month'>): Promise<void> {
    requireTaking(report.month, await this.freezeOf(report));
  }

  /** Saves changes and records what was and is. Gives the report after it. */
  async save(
    report: ReportRecord,
    changes: Partial<ReportRecord>,
    operation: string,
    reason?: string,
  ): Promise<ReportRecord> {
    await this.reports.update(report, changes);
    const names = Object.keys(changes);
    this.audit.record({
      operation,
      objectKind: 'progress_report',
      objectId: report.id,
      before: Object.fromEntries(Object.entries(report).filter(([name]) => names.includes(name))),
      after: reason === undefined ? changes : { ...changes, reason },
    });
    return { ...report, ...changes, version: report.version + 1 };
  }
}
