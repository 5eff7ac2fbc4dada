import { Inject, Injectable } from '@nestjs/common';
import { AUDIT_KEY } from '../audit/audit.module.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { verifyAudit, type AuditAnchor, type AuditVerdict } from '../audit/verify-audit.js';
import { currentActor } from '../auth/actor-context.js';
import { Clock } from '../clock/clock.js';
import { stopwatch } from '../clock/elapsed.js';
import { Database } from '../database/database.js';
import { Progress } from '../http/progress/progress.js';
import { AuditList, type AuditFilter, type AuditRow } from './audit-list.js';
import { auditExportTooLarge } from './audit.errors.js';

/** Rows one workbook may hold; more cannot be looked through by a person, and would take the service's memory. */
const MOST_EXPORTED = 20_000;
const HOUR_MS = 3_600_000;

/** A verdict and how long it took. */
export type TimedVerdict = AuditVerdict & { milliseconds: number };

/** What the auditor does with the audit trail; each of it is an event itself. */
@Injectable()
export class AuditDesk {
  /** Hour of the last recorded reading, by person. */
  private readonly readings = new Map<string, number>();

  constructor(
    private readonly list: AuditList,
    private readonly db: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly progress: Progress,
    @Inject(AUDIT_KEY) private readonly key: Buffer,
  ) {}

  /** A page of events. That somebody reads is recorded once an hour and person: every page would bury the trail in itself. */
  async page(filter: AuditFilter, below: number | null, limit: number): Promise<AuditRow[]> {
    const { post, holder } = currentActor();
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (this.readings.get(`${post} ${holder}`) !== hour) {
      await this.record('audit.read', { filter });
      this.readings.set(`${post} ${holder}`, hour);
    }
    return this.list.page(filter, below, limit);
  }

  /** Everything that fits the filter, for a workbook; refuses (AUDIT_EXPORT_TOO_LARGE) more than it may hold. */
  async export(filter: AuditFilter): Promise<AuditRow[]> {
    const rows = await this.list.page(filter, null, MOST_EXPORTED + 1);
    if (rows.length > MOST_EXPORTED) throw auditExportTooLarge(MOST_EXPORTED);
    await this.record('audit.export', { filter, rows: rows.length });
    return rows;
  }

  /** Recomputes the whole chain, against an anchor if one is given. */
  async verify(anchor: AuditAnchor | null): Promise<TimedVerdict> {
    const elapsed = stopwatch();
    const verdict = await verifyAudit(this.db, this.key, anchor, (done, total) =>
      this.progress.say(done, total, '正在核验审计链…'),
    );
    const { ok, events, faults } = verdict;
    await this.record('audit.verify', { ok, events, faults, anchor });
    return { ...verdict, milliseconds: elapsed() };
  }

  /** The end of the chain, to be kept where nobody who can write to the database can reach it. */
  async anchor(): Promise<AuditAnchor & { at: number }> {
    const rows = await this.db.read<AuditAnchor>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`);
    const { seq, hash } = rows[0] ?? { seq: 0, hash: '' };
    await this.record('audit.anchor', { seq, hash });
    return { seq, hash, at: this.clock.now() };
  }

  private record(operation: string, after: object): Promise<void> {
    return this.db.unitOfWork.run(async () =>
      this.audit.record({ operation, objectKind: 'audit', objectId: 'chain', after }),
    );
  }
}
