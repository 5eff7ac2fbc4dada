import { Injectable } from '@nestjs/common';
import { slotBell } from '../../platform/jobs/bell.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { RunLedger } from '../../platform/jobs/run-ledger.js';
import { FREEZE_SHARD_JOB } from '../../platform/jobs/slot-names.js';
import { Transport } from '../../platform/jobs/transport.js';
import type { FreezeProgress } from './freeze-progress.js';
import { shardSlot } from './shards.js';

/** The shards of one freeze as whoever freezes sees them: slots that any process may claim, this one among them. */
@Injectable()
export class ShardDesk {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly runs: RunLedger,
    private readonly transport: Transport,
  ) {}

  /** Calls other processes to help; whoever does not hear finds the shards at its next look. */
  call(freezeSlot: string, count: number): void {
    const slots = Array.from({ length: count }, (_, n) => shardSlot(freezeSlot, n));
    this.transport.ring(slots.map((slot) => slotBell(FREEZE_SHARD_JOB, slot)));
  }

  /** Works the first shard that nobody has done or is doing; false where there is none. */
  async workOne(freezeSlot: string, count: number, madeUp: boolean): Promise<boolean> {
    const job = this.registry.job(FREEZE_SHARD_JOB);
    for (let n = 0; n < count; n++) {
      if (await this.runner.workSlot(job, shardSlot(freezeSlot, n), madeUp)) return true;
    }
    return false;
  }

  /** What each shard adds to the month, in order; null for those not done. */
  async results(freezeSlot: string, count: number): Promise<(FreezeProgress | null)[]> {
    const slots = Array.from({ length: count }, (_, n) => shardSlot(freezeSlot, n));
    return Promise.all(slots.map((slot) => this.runs.resultOf<FreezeProgress>(FREEZE_SHARD_JOB, slot)));
  }
}
