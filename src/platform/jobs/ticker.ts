import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Settings } from '../config/settings.js';
import { Logger } from '../log/logger.js';
import { JobRegistry } from './job-registry.js';
import { Outbox } from './outbox.js';
import { Scheduler } from './scheduler.js';
import { Transport } from './transport.js';

const EVERY_MS = 30_000;

/** The only timer of the program. It has no memory and needs none: it only asks the tables what is due. */
@Injectable()
export class Ticker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private active = false;

  constructor(
    private readonly settings: Settings,
    private readonly registry: JobRegistry,
    private readonly scheduler: Scheduler,
    private readonly outbox: Outbox,
    private readonly transport: Transport,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.registry.seal();
  }

  /** Begins to work the schedule; a process that only answers commands never calls it. */
  async begin(): Promise<void> {
    if (this.settings.DIAODU_JOBS === 'off') return;
    this.active = true;
    this.transport.start((id) => this.outbox.work(id));
    await this.tick();
  }

  @Interval(EVERY_MS)
  async tick(): Promise<void> {
    if (!this.active) return;
    try {
      await this.scheduler.look();
      while ((await this.outbox.workDue()) > 0);
      for (const sweep of this.registry.sweeps) await sweep.sweep();
    } catch (error) {
      // The next tick asks again; nothing is lost, since the tables and not the timer know what is due.
      this.log.error('定时检查失败', error);
    }
  }

  /** Before the database closes, which a later hook does. */
  async beforeApplicationShutdown(): Promise<void> {
    this.active = false;
    await this.transport.stop();
  }
}
