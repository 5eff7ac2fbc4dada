import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { seeingAll } from '../../platform/database/sight.js';
import {
  DeliveryQueueStore,
  type DeliveryFigures,
  type DeliveryFilter,
  type DeliveryRow,
} from './delivery-queue.store.js';
import { MOST_A_MINUTE } from './robots/take-turn.js';

export type { DeliveryFigures, DeliveryFilter, DeliveryRow } from './delivery-queue.store.js';

/** A robot that has something to do, and how far its minute is used up. */
export interface RobotPaceFacts {
  id: string;
  departmentName: string;
  kind: 'WECOM' | 'DINGTALK';
  state: 'ON' | 'OFF';
  /** Messages that wait for it. */
  waiting: number;
  /** Messages of the last minute, of at most so many. */
  sentInMinute: number;
  mostInMinute: number;
  /** Its maker's server wants silence until this instant; null while it may go. */
  heldUntil: number | null;
}

const MINUTE_MS = 60_000;

/** What the keepers of the installation may ask about deliveries, over all jurisdictions: how they stand, not what is in them. */
@Injectable()
export class DeliveryQueueReader {
  constructor(
    private readonly store: DeliveryQueueStore,
    private readonly clock: Clock,
  ) {}

  figures(): Promise<DeliveryFigures> {
    return seeingAll('OPERATION', () => this.store.figures());
  }

  /** Deliveries, the next due first, after `[nextAt, id]`; at most `limit`. */
  page(
    filter: DeliveryFilter,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<DeliveryRow[]> {
    return seeingAll('OPERATION', () => this.store.page(filter, after, limit));
  }

  /** A delivery, or null. */
  one(id: string): Promise<DeliveryRow | null> {
    return seeingAll('OPERATION', () => this.store.one(id));
  }

  /** Robots for which messages wait, that were used in the last minute or that are held, the busiest first; at most `limit`. */
  busyRobots(limit: number): Promise<RobotPaceFacts[]> {
    return seeingAll('OPERATION', () => this.busy(limit));
  }

  private async busy(limit: number): Promise<RobotPaceFacts[]> {
    const now = this.clock.now();
    const waiting = await this.store.waitingByRobot();
    const robots = (await this.store.robots()).map(({ recent, freeAt, ...robot }) => ({
      ...robot,
      waiting: waiting.get(robot.id) ?? 0,
      sentInMinute: (JSON.parse(recent) as number[]).filter((at) => at > now - MINUTE_MS).length,
      mostInMinute: MOST_A_MINUTE,
      heldUntil: freeAt > now ? freeAt : null,
    }));
    return robots
      .filter((robot) => robot.waiting > 0 || robot.sentInMinute > 0 || robot.heldUntil !== null)
      .sort((one, other) => other.waiting - one.waiting)
      .slice(0, limit);
  }
}
