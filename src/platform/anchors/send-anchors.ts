import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Sweep } from '../jobs/job.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { Logger } from '../log/logger.js';
import { AnchorPlaces } from './anchor-places.js';
import { AnchorStore, type AnchorDue } from './anchor.store.js';

const AT_ONCE = 50;
/** How long a process has an anchor to itself; longer than the longest a mail may take. */
const TAKEN_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** With these pauses a day and a half. */
const MAX_TRIES = 40;

/** Sends what the job has taken: each place by itself, again and again, and loudly when it is given up. */
@Injectable()
export class SendAnchors implements Sweep {
  readonly name = 'anchors';

  constructor(
    private readonly places: AnchorPlaces,
    private readonly store: AnchorStore,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Logger,
    registry: JobRegistry,
  ) {
    registry.addSweep(this);
  }

  async sweep(): Promise<void> {
    for (const due of await this.store.due(this.clock.now(), AT_ONCE)) {
      const now = this.clock.now();
      if (await this.unitOfWork.run(() => this.store.take(due, now, now + TAKEN_MS))) await this.send(due);
    }
  }

  private async send(due: AnchorDue): Promise<void> {
    const place = this.places.all.find(({ name }) => name === due.place);
    if (!place) return this.giveUp(due, '这一处已从设置中去掉');
    const { place: _place, tries: _tries, ...anchor } = due;
    try {
      await place.put(anchor);
    } catch (error) {
      return this.putOff(due, error instanceof Error ? error.message : String(error));
    }
    await this.unitOfWork.run(() => this.store.sent(due, this.clock.now()));
  }

  private async putOff(due: AnchorDue, error: string): Promise<void> {
    const tries = due.tries + 1;
    if (tries >= MAX_TRIES) return this.giveUp(due, error);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    this.log.warn('审计锚点未能送达，稍后重试', { place: due.place, slot: due.slot, error });
    await this.unitOfWork.run(() => this.store.failed(due, error, this.clock.now() + pause));
  }

  private async giveUp(due: AnchorDue, error: string): Promise<void> {
    this.log.error('审计锚点多次未能送达，已放弃', { place: due.place, slot: due.slot, error });
    await this.unitOfWork.run(() => this.store.failed(due, error, null));
  }
}
