import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { RunLedger } from '../../../platform/jobs/run-ledger.js';
import { FREEZE_JOB, FREEZE_SHARD_JOB } from '../../../platform/jobs/slot-names.js';
import { FreezeShardService } from '../freeze/freeze-shard.service.js';
import { readPlan, shardsOf, shardSlot } from '../freeze/shards.js';

/** 分段冻结: the stretches of every freeze that is under way, for processes that have a hand free. */
@Injectable()
export class FreezeShardJob implements Job {
  readonly name = FREEZE_SHARD_JOB;
  readonly catchUp = 'all';
  readonly isRung = true;

  constructor(
    private readonly runs: RunLedger,
    private readonly shards: FreezeShardService,
  ) {}

  /** Each shard is a scope of its own: none waits for another, and there are never too many of them. */
  async slotsDue(today: Day): Promise<DueSlot[]> {
    const freezes = await this.runs.running(FREEZE_JOB);
    return freezes.flatMap(({ slot, cursor }) => {
      const plan = readPlan(cursor);
      const own = plan ? shardsOf(plan).map(({ n }) => shardSlot(slot, n)) : [];
      return own.map((each) => ({ slot: each, scope: each, dueOn: today }));
    });
  }

  run(run: JobRun): Promise<void> {
    return this.shards.run(run);
  }
}
