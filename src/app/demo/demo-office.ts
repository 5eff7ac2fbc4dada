import type { Day } from '../../domain/calendar/day.js';
import type { OfficeDay } from '../../platform/clock/office-day.js';
import type { JobRegistry } from '../../platform/jobs/job-registry.js';
import type { Outbox } from '../../platform/jobs/outbox.js';
import type { Scheduler } from '../../platform/jobs/scheduler.js';
import type { DemoMarkStore } from './demo-mark.store.js';
import { demoEventWaits, demoJobFailed } from './demo.errors.js';

/** The hour at which the office opens: jobs look what is due, mails go out. */
const OPENS_AT = '08:30';

/** The office's day as it passes in the demonstration; the schedule is the program's own. */
export class DemoOffice {
  constructor(
    private readonly officeDay: OfficeDay,
    private readonly scheduler: Scheduler,
    private readonly outbox: Outbox,
    private readonly registry: JobRegistry,
    private readonly mark: DemoMarkStore,
  ) {}

  /** Makes the data a demonstration's; refuses data somebody has worked in. */
  declare(): Promise<void> {
    return this.officeDay.declareDemonstration(() => this.mark.isUntouched());
  }

  /** Turns the office's clock to a day and time. */
  turnTo(day: Day, time = OPENS_AT): Promise<void> {
    return this.officeDay.hold(day, time);
  }

  /** Begins a day: what has fallen due is worked, to the end. Throws when a job or an event fails. */
  async open(day: Day): Promise<void> {
    await this.turnTo(day);
    const looked = Object.values(await this.scheduler.look());
    if (looked.length === 0) throw demoJobFailed(day, '服务器时钟有误，请核对后重试');
    for (const { failed, held } of looked) {
      const error = failed[0]?.error ?? held[0]?.slots.join('、');
      if (error !== undefined) throw demoJobFailed(day, error);
    }
    await this.workEvents();
    for (const sweep of this.registry.sweeps) await sweep.sweep();
  }

  /** Works everything earlier deeds have put into the outbox. */
  async workEvents(): Promise<void> {
    while ((await this.outbox.workDue()) > 0);
    const failed = await this.mark.failedEvent();
    if (failed) throw demoEventWaits(failed.topic, failed.error);
  }
}
