import { Injectable } from '@nestjs/common';
import { actAs } from '../auth/actor-context.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import { seeingAll } from '../database/sight.js';
import { Logger } from '../log/logger.js';
import { slotOfBell, type Bell } from './bell.js';
import { AgainLane } from './again-lane.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { Outbox } from './outbox.js';

/** Works what bells tell of, and looks for what no bell told of. */
@Injectable()
export class BellDesk {
  private stopped = false;
  private readonly sweeps = new Map<string, AgainLane>();

  constructor(
    private readonly registry: JobRegistry,
    private readonly outbox: Outbox,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Works one bell; never fails, since the row stays in its table until it is done. */
  async answer(bell: Bell): Promise<void> {
    if (this.stopped) return;
    if (bell.kind === 'sweep') return this.sweepSoon(bell.id);
    try {
      await this.atWork(() => (bell.kind === 'outbox' ? this.outbox.work(bell.id) : this.help(bell)));
    } catch (error) {
      this.log.error('按信号办理失败，等待下一次轮询', error);
    }
  }

  /** A bell is only a hint from outside: what is not due, or not to be rung for, is left alone whatever it says. */
  private async help(bell: Bell): Promise<void> {
    const { job: name, slot } = slotOfBell(bell);
    const job = this.registry.jobs.find((known) => known.name === name && known.isRung);
    const due = (await job?.slotsDue(this.clock.today())) ?? [];
    if (job && due.some((each) => each.slot === slot)) await this.runner.workSlot(job, slot, false);
  }

  /** Everything that waits, whether it was told of or not: the poll behind every transport, and the sweeps. */
  clear(): Promise<void> {
    return this.atWork(async () => {
      while (!this.stopped && (await this.outbox.workDue()) > 0);
      for (const sweep of this.registry.sweeps) if (!this.stopped) await sweep.sweep();
    });
  }

  /** Begins nothing any more. */
  stop(): void {
    this.stopped = true;
  }

  /** Whoever rang, the work is the system's: it is the same whichever process hears of it, and serves every jurisdiction. */
  private atWork<T>(work: () => T): T {
    return actAs(systemActor('job', ''), () => seeingAll('EVENT', work));
  }

  /** Waits for the sweeps that a bell has begun. */
  async idle(): Promise<void> {
    await Promise.all([...this.sweeps.values()].map((lane) => lane.idle()));
  }

  /** Not waited for: a slow mail server must not keep the next bell from being heard. */
  private sweepSoon(name: string): void {
    const sweep = this.registry.sweeps.find((candidate) => candidate.name === name);
    if (!sweep) return;
    const lane =
      this.sweeps.get(name) ??
      new AgainLane(async () => {
        if (this.stopped) return;
        await this.atWork(() => sweep.sweep()).catch((error: unknown) =>
          this.log.error('按信号办理失败，等待下一次轮询', error),
        );
      });
    this.sweeps.set(name, lane);
    lane.ask();
  }
}
