import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { knownHashes } from '../../../platform/files/known-hashes.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';

export const SWEEP_EVIDENCE_JOB = 'evidence.sweep';

/** A younger file may belong to an upload whose row is still to come. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** 每日清理: removes what broken uploads have left in the store. Files that any row of any table knows stay for ever. */
@Injectable()
export class SweepEvidenceJob implements Job {
  readonly name = SWEEP_EVIDENCE_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly files: FileStore,
    private readonly db: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    registry: JobRegistry,
  ) {
    registry.announce({ jobs: [SWEEP_EVIDENCE_JOB] });
    registry.addJob(this);
  }

  async slotsDue(today: Day): Promise<DueSlot[]> {
    return [{ slot: today, scope: 'evidence', dueOn: today }];
  }

  async run(run: JobRun): Promise<void> {
    // Files are as old as they are, whatever day the office holds.
    const before = this.clock.now() - KEPT_MS;
    const known = await knownHashes(this.db);
    const removed = await this.files.sweepOrphans(async (sha256) => known.has(sha256), before);
    await run.finish(async () => {
      if (removed.length > 0) {
        this.audit.record({
          operation: SWEEP_EVIDENCE_JOB,
          objectKind: 'file',
          objectId: run.slot,
          after: { removed },
        });
      }
      return { removed: removed.length };
    });
  }
}
