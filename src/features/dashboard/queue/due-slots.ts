import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { Clock } from '../../../platform/clock/clock.js';
import { seeingAll } from '../../../platform/database/sight.js';
import type { Job } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { pendingSlots } from '../../../platform/jobs/pending-slots.js';
import { QueueStore } from '../../../platform/jobs/queue.store.js';
import { RunLedger } from '../../../platform/jobs/run-ledger.js';
import { MADE_UP_LIMIT } from '../../../platform/jobs/scheduler.js';

/** A slot that has fallen due and that nobody has begun. */
export interface DueSlotFacts {
  job: string;
  slot: string;
  dueOn: Day;
  /** WAITING: the next look works it · HELD: too many were missed, somebody has to look first. */
  standing: 'WAITING' | 'HELD';
}

/** Asks every job, as the schedule does twice a minute, which slots are due and not done. */
@Injectable()
export class DueSlots {
  constructor(
    private readonly registry: JobRegistry,
    private readonly ledger: RunLedger,
    private readonly store: QueueStore,
    private readonly clock: Clock,
  ) {}

  /** Those that have not begun, the oldest first. */
  async waiting(): Promise<DueSlotFacts[]> {
    const begun = await this.store.begun();
    const all = await Promise.all(this.registry.jobs.map((job) => this.of(job)));
    return all
      .flat()
      .filter(({ job, slot }) => !begun.has(`${job} ${slot}`))
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  }

  /** How a slot of a job stands in the plan of the next look; null when it is not due any more. */
  async standingOf(job: string, slot: string): Promise<'WAITING' | 'HELD' | null> {
    const known = this.registry.jobs.find(({ name }) => name === job);
    if (!known) return null;
    return (await this.of(known)).find((due) => due.slot === slot)?.standing ?? null;
  }

  private async of(job: Job): Promise<DueSlotFacts[]> {
    const due = await seeingAll('OPERATION', () => job.slotsDue(this.clock.today()));
    const plan = pendingSlots(due, await this.ledger.settled(job.name), job.catchUp, MADE_UP_LIMIT);
    const held = new Set(plan.held.flatMap(({ slots }) => slots));
    const run = new Set(plan.run.map(({ slot }) => slot));
    return due
      .filter(({ slot }) => held.has(slot) || run.has(slot))
      .map(({ slot, dueOn }) => ({
        job: job.name,
        slot,
        dueOn,
        standing: held.has(slot) ? 'HELD' : 'WAITING',
      }));
  }
}
