import { Injectable } from '@nestjs/common';
import { Logger } from '../log/logger.js';
import type { Bell } from './bell.js';
import { AgainLane } from './again-lane.js';
import { JobRegistry } from './job-registry.js';
import { Outbox } from './outbox.js';

/** Works what bells tell of, and looks for what no bell told of. */
@Injectable()
export class BellDesk {
  private stopped = false;
  private readonly sweeps = new Map<string, AgainLane>();

  constructor(
    private readonly registry: JobRegistry,
    private readonly outbox: Outbox,
    private readonly log: Logger,
  ) {}

  /** Works one bell; never fails, since the row stays in its table until it is done. */
  async answer(bell: Bell): Promise<void> {
    if (this.stopped) return;
    if (bell.kind === 'sweep') return this.sweepSoon(bell.id);
    try {
      await this.outbox.work(bell.id);
    } catch (error) {
      this.log.error('按信号办理失败，等待下一次轮询', error);
    }
  }

  /** Everything that waits, whether it was told of or not: the poll behind every transport, and the sweeps. */
  async clear(): Promise<void> {
    while (!this.stopped && (await this.outbox.workDue()) > 0);
    for (const sweep of this.registry.sweeps) if (!this.stopped) await sweep.sweep();
  }

  /** Begins nothing any more. */
  stop(): void {
    this.stopped = true;
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
        await sweep
          .sweep()
          .catch((error: unknown) => this.log.error('按信号办理失败，等待下一次轮询', error));
      });
    this.sweeps.set(name, lane);
    lane.ask();
  }
}
