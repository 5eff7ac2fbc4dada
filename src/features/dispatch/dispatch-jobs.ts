import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/month.js';
import { stopwatch } from '../../platform/clock/elapsed.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { RunLedger } from '../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot, OPENING_JOBS } from '../../platform/jobs/slot-names.js';
import type { FreezeResult } from './month-result.js';

/** How long a caller waits for another process that freezes the same month. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 250;

/** The slots a run on demand works; the same slots, claims and fences as the scheduler's. */
@Injectable()
export class DispatchJobs {
  /** Shortened in tests. */
  readonly patienceMs: number = PATIENCE_MS;

  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly ledger: RunLedger,
  ) {}

  /** Opens the rounds and report forms of these months, or waits for the process that is doing it; true once all are open. */
  async open(ledgerId: string, months: readonly Month[]): Promise<boolean> {
    for (const name of OPENING_JOBS) {
      const settled = await this.ledger.settled(name);
      for (const slot of months.map((month) => monthSlot(ledgerId, month))) {
        if (!settled.has(slot) && (await this.workOrWait(name, slot, false)) === 'given up') return false;
      }
    }
    return true;
  }

  /** Freezes, or waits for the process that is doing it; true when this call did it. */
  async freeze(slot: string, madeUp: boolean): Promise<boolean> {
    return (await this.workOrWait(FREEZE_JOB, slot, madeUp)) === 'worked';
  }

  private async workOrWait(
    name: string,
    slot: string,
    madeUp: boolean,
  ): Promise<'worked' | 'there' | 'given up'> {
    const job = this.registry.job(name);
    const waited = stopwatch();
    for (;;) {
      if (await this.ledger.isDone(name, slot)) return 'there';
      if (await this.runner.workSlot(job, slot, madeUp)) return 'worked';
      if (waited() >= this.patienceMs) return 'given up';
      await sleep(LOOK_AGAIN_MS);
    }
  }

  resultOf(slot: string): Promise<FreezeResult | null> {
    return this.ledger.resultOf<FreezeResult>(FREEZE_JOB, slot);
  }
}
