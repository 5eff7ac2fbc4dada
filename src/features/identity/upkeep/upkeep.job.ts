import { Injectable } from '@nestjs/common';
import type { Day } from '../../../domain/calendar/day.js';
import { OfficeDay } from '../../../platform/clock/office-day.js';
import type { DueSlot, Job, JobRun } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { UpkeepService } from './upkeep.service.js';

export const UPKEEP_JOB = 'identity.upkeep';

/** 账号例行清理: once a day. Demonstration data, whose days are played through, have none. */
@Injectable()
export class UpkeepJob implements Job {
  readonly name = UPKEEP_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly upkeep: UpkeepService,
    private readonly officeDay: OfficeDay,
    registry: JobRegistry,
  ) {
    registry.announce({ jobs: [UPKEEP_JOB] });
    registry.addJob(this);
  }

  async slotsDue(today: Day): Promise<DueSlot[]> {
    if (await this.officeDay.isDemonstration()) return [];
    return [{ slot: today, scope: UPKEEP_JOB, dueOn: today }];
  }

  async run(run: JobRun): Promise<void> {
    await run.finish(async () => {
      const disabled = await this.upkeep.stopDormant();
      return { disabled, forgotten: await this.upkeep.forgetOld() };
    });
  }
}
