import { Injectable } from '@nestjs/common';
import type { Job } from '../../platform/jobs/job.js';
import { ChaseJob } from './jobs/chase.job.js';
import { FreezeMonthJob } from './jobs/freeze-month.job.js';
import { FreezeShardJob } from './jobs/freeze-shard.job.js';
import { NoticesJob } from './jobs/notices.job.js';
import { OpenRoundJob } from './jobs/open-round.job.js';

/** The jobs of the monthly round, in the order in which a day works them. */
@Injectable()
export class RoundJobs {
  readonly all: readonly Job[];

  constructor(
    open: OpenRoundJob,
    freeze: FreezeMonthJob,
    shard: FreezeShardJob,
    chase: ChaseJob,
    notices: NoticesJob,
  ) {
    this.all = [open, freeze, shard, chase, notices];
  }
}
