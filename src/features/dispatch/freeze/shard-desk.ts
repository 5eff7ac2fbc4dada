import { Injectable } from '@nestjs/common';
import { slotBell } from '../../../platform/jobs/bell.js';
import type { JobRun } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { RunLedger } from '../../../platform/jobs/run-ledger.js';
import { FREEZE_SHARD_JOB } from '../../../platform/jobs/slot-names.js';
import { Transport } from '../../../platform/jobs/transport.js';
import type { FreezeProgress } from './freeze-progress.js';
import { shardSlot } from './shards.js';

/** How the shards of a freeze stand. */
export interface ShardStanding {
  /** Numbers of those that are done. */
  done: number[];
  /** The first that nobody works; null where each is done or in somebody's hands. */
  free: number | null;
}

/** The shards of one freeze as whoever freezes sees them: slots that any process may claim, this one among them. */
@Injectable()
export class ShardDesk {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: RunLedger,
    private readonly transport: Transport,
  ) {}

  /** Calls other processes to help; whoever does not hear finds the shards at its next look. */
  call(freezeSlot: string, count: number): void {
    const slots = Array.from({ length: count }, (_, n) => shardSlot(freezeSlot, n));
    this.transport.ring(slots.map((slot) => slotBell(FREEZE_SHARD_JOB, slot)));
  }

  /** One question however many shards there are. */
  async look(freezeSlot: string, count: number): Promise<ShardStanding> {
    const standing = await this.runs.standingBelow(FREEZE_SHARD_JOB, freezeSlot);
    const found: ShardStanding = { done: [], free: null };
    for (let n = 0; n < count; n++) {
      const one = standing.get(shardSlot(freezeSlot, n)) ?? 'FREE';
      if (one === 'DONE') found.done.push(n);
      if (one === 'FREE') found.free ??= n;
    }
    return found;
  }

  /** Works a shard as part of the freeze, unless another process was faster. */
  async work(freeze: JobRun, n: number): Promise<void> {
    await freeze.part(this.registry.job(FREEZE_SHARD_JOB), shardSlot(freeze.slot, n));
  }

  /** What a shard that is done adds to the month. */
  async result(freezeSlot: string, n: number): Promise<FreezeProgress> {
    const slot = shardSlot(freezeSlot, n);
    const result = await this.runs.resultOf<FreezeProgress>(FREEZE_SHARD_JOB, slot);
    if (!result) throw new Error(`shard ${slot} is done and has no result`);
    return result;
  }
}
