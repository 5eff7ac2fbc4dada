import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { Clock } from '../clock/clock.js';
import { utcSlot } from '../clock/utc-slot.js';
import type { DueSlot, Job, JobRun } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { RunLedger } from '../jobs/run-ledger.js';
import { LookAtItself } from './look-at-itself.js';
import { SelfCheckRecords } from './self-check-records.js';

export const SELF_CHECK_JOB = 'self-check';

const REMEMBERED_MS = 7 * 86_400_000;
const KEPT_MS = 90 * 86_400_000;

/** 自检: every hour the program looks at itself. */
@Injectable()
export class SelfCheckJob implements Job, OnModuleInit {
  readonly name = SELF_CHECK_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly looking: LookAtItself,
    private readonly records: SelfCheckRecords,
    private readonly ledger: RunLedger,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
  ) {
    registry.announce({ jobs: [SELF_CHECK_JOB] });
  }

  /** Last of all jobs: after a pause the others first make up what was missed, which would look like a fault before. */
  onModuleInit(): void {
    this.registry.addJob(this);
  }

  slotsDue(today: Day): Promise<DueSlot[]> {
    const slot = utcSlot(this.clock.now(), 'hour');
    return Promise.resolve([{ slot, scope: SELF_CHECK_JOB, dueOn: today }]);
  }

  async run(run: JobRun): Promise<void> {
    const { store, alerts, log } = this.records;
    const found = await this.looking.look(() => run.step(() => Promise.resolve('')));
    const tell = await alerts.areNews(found);
    for (const problem of found.problems) log.error(`自检：${problem}`);
    await run.finish(async () => {
      await store.add(found, tell);
      await store.forget(found.at - KEPT_MS);
      await this.ledger.forget(SELF_CHECK_JOB, found.at - REMEMBERED_MS);
      return { problems: found.problems.length };
    });
  }
}
