import type { Logger } from '../log/logger.js';
import type { Clock } from '../clock/clock.js';
import type { OfficeDay } from '../clock/office-day.js';
import type { ClockGuard } from './clock-guard.js';
import type { JobRegistry } from './job-registry.js';
import type { JobRunner, Worked } from './job-runner.js';
import { Lane } from './lane.js';

/** More missed slots of one scope than this wait for an operator. */
export const MADE_UP_LIMIT = 3;

/** Asks every job which of its slots are due and not done, and works them. It is never itself the schedule. */
export class Scheduler {
  private readonly lane = new Lane(() => this.lookOnce());

  constructor(
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly guard: ClockGuard,
    private readonly officeDay: OfficeDay,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** One look at all jobs; a look that is under way is joined, not doubled. Gives what each job did. */
  look(): Promise<Record<string, Worked>> {
    return this.lane.run();
  }

  /** Waits for a look that is under way; how it ends is its caller's business. */
  idle(): Promise<void> {
    return this.lane.idle();
  }

  private async lookOnce(): Promise<Record<string, Worked>> {
    await this.officeDay.refresh();
    const verdict = await this.guard.look();
    if (!verdict.ok) {
      this.log.error(verdict.message, { code: verdict.code });
      return {};
    }
    const today = this.clock.today();
    const report: Record<string, Worked> = {};
    for (const job of this.registry.jobs) {
      // One process works the jobs in order; another must not overtake it. The next look asks again.
      if (job.waitsFor?.some((name) => (report[name]?.taken.length ?? 0) > 0)) continue;
      const worked = await this.runner.workDue(job, today, MADE_UP_LIMIT);
      report[job.name] = worked;
      for (const failure of worked.failed)
        this.log.error(`任务 ${job.name} 的 ${failure.slot} 失败`, failure);
      for (const held of worked.held)
        this.log.error(`任务 ${job.name} 漏办超过 ${MADE_UP_LIMIT} 期，等待人工确认`, { ...held });
    }
    return report;
  }
}
