import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Logger } from '../log/logger.js';
import { atMost } from '../stop/at-most.js';
import type { Bell } from './bell.js';
import { BellDesk } from './bell-desk.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { Lane } from './lane.js';
import { Scheduler } from './scheduler.js';
import { Transport } from './transport.js';

const EVERY_MS = 30_000;
/** How long a stopping process waits for the unit it is in. */
const STOP_PATIENCE_MS = 5_000;

/** The only timer of the program. It has no memory and needs none: it only asks the tables what is due. */
@Injectable()
export class Ticker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private active = false;
  /** Beside the scheduler's own lane, so that a freeze of an hour does not keep events and mails waiting. */
  private readonly desk: Lane<void>;

  constructor(
    private readonly registry: JobRegistry,
    private readonly scheduler: Scheduler,
    private readonly runner: JobRunner,
    private readonly bells: BellDesk,
    private readonly transport: Transport,
    private readonly log: Logger,
  ) {
    this.desk = new Lane(() => this.bells.clear());
  }

  onApplicationBootstrap(): void {
    this.registry.seal();
  }

  /** Begins to work the schedule, the events and the sweeps; a process that only answers never calls it. */
  async begin(): Promise<void> {
    this.active = true;
    this.transport.start((bell) => this.answer(bell));
    await this.tick();
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.active) return;
    await Promise.all([this.lookAround(), this.guarded(() => this.desk.run())]);
  }

  /** Before the database closes, which a later hook does: no unit begins any more, the running one ends. */
  async beforeApplicationShutdown(): Promise<void> {
    this.active = false;
    this.runner.stop();
    this.bells.stop();
    const work = [this.transport.stop(), this.scheduler.idle(), this.desk.idle(), this.bells.idle()];
    await atMost(STOP_PATIENCE_MS, Promise.all(work));
  }

  /** A look at the schedule is not waited for: a freeze of an hour must not keep the next bell from being heard. */
  private async answer(bell: Bell): Promise<void> {
    if (bell.kind === 'sweep') return void this.guarded(() => this.sweepAfterLook(bell));
    if (bell.kind !== 'schedule') return this.bells.answer(bell);
    if (this.active) void this.lookAround();
  }

  /**
   * What a look at the schedule still finds belongs into the same digests: mails rung for in its midst wait for its end, or
   * for the next tick where it takes long.
   */
  private async sweepAfterLook(bell: Bell): Promise<void> {
    await this.scheduler.idle();
    if (this.active) await this.bells.answer(bell);
  }

  /** What the schedule has done leaves events and mails behind: they are looked for at once. */
  private async lookAround(): Promise<void> {
    await this.guarded(() => this.scheduler.look());
    if (!this.active) return;
    await this.desk.idle();
    await this.guarded(() => this.desk.run());
  }

  private async guarded(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      // The next tick asks again; nothing is lost, since the tables and not the timer know what is due.
      this.log.error('定时检查失败', error);
    }
  }
}
