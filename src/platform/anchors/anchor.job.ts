import { Injectable } from '@nestjs/common';
import type { Day } from '../../domain/calendar/day.js';
import { pointAtEnd } from '../audit/content-digest.js';
import { Clock } from '../clock/clock.js';
import { utcSlot } from '../clock/utc-slot.js';
import { Settings } from '../config/settings.js';
import type { DueSlot, Job, JobRun } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { AnchorJobParts } from './anchor-job-parts.js';
import { AnchorPlaces } from './anchor-places.js';
import { AnchorStore } from './anchor.store.js';

export const ANCHOR_JOB = 'anchors';

const REMEMBERED_MS = 7 * 86_400_000;

/** 定时锚点: takes the end of the audit chain every hour or day; what is taken waits in its table to be sent. */
@Injectable()
export class AnchorJob implements Job {
  readonly name = ANCHOR_JOB;
  readonly catchUp = 'latest';

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly places: AnchorPlaces,
    private readonly store: AnchorStore,
    private readonly parts: AnchorJobParts,
    registry: JobRegistry,
  ) {
    registry.announce({ jobs: [ANCHOR_JOB] });
    registry.addJob(this);
  }

  slotsDue(today: Day): Promise<DueSlot[]> {
    if (this.places.all.length === 0) return Promise.resolve([]);
    const slot = utcSlot(this.clock.now(), this.settings.DIAODU_ANCHOR_EVERY);
    return Promise.resolve([{ slot, scope: ANCHOR_JOB, dueOn: today }]);
  }

  async run(run: JobRun): Promise<void> {
    const from = await this.store.newestPoint();
    const point = await pointAtEnd(this.parts.db, from, (seq) => run.step(async () => String(seq)));
    const at = this.clock.now();
    await run.finish(async () => {
      await this.parts.ledger.forget(ANCHOR_JOB, at - REMEMBERED_MS);
      if (point.seq === 0) return { seq: 0, places: 0 };
      const anchors = this.places.all.map(({ name, every }) => ({
        ...point,
        slot: utcSlot(at, every),
        place: name,
        at,
      }));
      return { seq: point.seq, places: await this.store.add(anchors) };
    });
  }
}
