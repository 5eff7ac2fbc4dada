import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import { Doorbell, LOOK_BELL } from '../../../platform/jobs/doorbell.js';
import { QueueStore, type RunRow } from '../../../platform/jobs/queue.store.js';
import { DueSlots } from './due-slots.js';
import {
  eventAtWork,
  eventNotFound,
  eventNotToRetry,
  runAtWork,
  runHeld,
  runNotDue,
  runNotFound,
  runSettled,
} from './queue.errors.js';
import { RUN_WORDS, runStanding } from './run-standing.js';

/**
 * 重试. It is only asked for here: a mark in the table, a line on the audit trail and a bell; whichever process works does
 * it. Each word is good for one attempt, since it names the one that was seen.
 */
@Injectable()
export class RetryService {
  constructor(
    private readonly store: QueueStore,
    private readonly due: DueSlots,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
    private readonly doorbell: Doorbell,
  ) {}

  /** A slot that failed or that its process has left. Refuses what is done, at work, not due any more or held. */
  run(job: string, slot: string, version: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const run = await this.store.run(job, slot);
      if (!run) throw runNotFound();
      await this.refuseRun(run);
      if (run.fence !== version) throw staleVersion();
      if (!(await this.store.askForRun(run, this.clock.now()))) throw runAtWork();
      const { state, attempts, error } = run;
      this.audit.record({
        operation: 'queue.retryRun',
        objectKind: 'schedule_run',
        objectId: `${job} ${slot}`,
        before: { state, attempts, error },
        after: { asked: true },
      });
      this.doorbell.ring(LOOK_BELL);
    });
  }

  /** An event that failed or was given up. Refuses what is done, what was never tried and what is at work. */
  event(id: string, version: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const event = await this.store.event(id);
      if (!event) throw eventNotFound();
      const { state, tries, topic, key } = event;
      if (state === 'DONE' || (state === 'WAITING' && tries === 0)) throw eventNotToRetry(state === 'DONE');
      if (tries !== version) throw staleVersion();
      if (!(await this.store.askForEvent(event, this.clock.now()))) throw eventAtWork();
      this.audit.record({
        operation: 'queue.retryEvent',
        objectKind: 'outbox',
        objectId: id,
        before: { state, tries },
        after: { state: 'WAITING', topic, key },
      });
      this.doorbell.ring({ kind: 'outbox', id });
    });
  }

  private async refuseRun(run: RunRow): Promise<void> {
    const standing = runStanding(run, this.clock.now());
    if (standing === 'DONE' || standing === 'COLLAPSED') throw runSettled(RUN_WORDS[standing]);
    if (standing === 'RUNNING') throw runAtWork();
    const due = await this.due.standingOf(run.job, run.slot);
    if (due === null) throw runNotDue();
    if (due === 'HELD') throw runHeld();
  }
}
