import { Injectable } from '@nestjs/common';
import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import { DeliveryStore } from './delivery.store.js';
import type { Digest } from './digest.entity.js';
import { DigestStore } from './digest.store.js';
import { beingSent, nothingToSend } from './reminders.errors.js';
import { RobotStore } from './robots/robot.store.js';

/** The tables a digest is made in. */
@Injectable()
export class DigestTables {
  constructor(
    readonly digests: DigestStore,
    private readonly deliveries: DeliveryStore,
    private readonly robots: RobotStore,
    private readonly clock: Clock,
  ) {}

  /** True while more may be put into a digest: unsigned and its mail untouched. Keeps it so until the unit ends. */
  async isOpen(digestId: string): Promise<boolean> {
    if (!(await this.digests.lockUnsigned(digestId))) return false;
    return !(await this.deliveries.exists(digestId)) || this.deliveries.holdUntouched(digestId);
  }

  queue(digestId: string, address: string, messageId: string): Promise<void> {
    return this.deliveries.queue(digestId, { channel: 'MAIL', address, messageId }, this.clock.now());
  }

  /** Queues a digest for the groups of its own department; what a group gets is that digest and nothing else. */
  async queueRobots({ id, departmentId }: Digest, messageId: string): Promise<void> {
    for (const robot of await this.robots.inUse(departmentId)) {
      const kind = robot.kind.toLowerCase();
      const on = { channel: `ROBOT_${robot.kind}`, address: robot.id, messageId: `${kind}.${messageId}` };
      await this.deliveries.queue(id, on, this.clock.now());
    }
  }

  /**
   * Lays the mail of an unsigned digest before its new addressee; false when it is being sent this very moment. What goes
   * to somebody else is another letter and bears a number of its own.
   */
  async readdress(digestId: string, address: string, messageId: string): Promise<boolean> {
    const now = this.clock.now();
    const mail = await this.deliveries.ofDigest(digestId);
    if (!mail) {
      if (address !== '') await this.deliveries.queue(digestId, { channel: 'MAIL', address, messageId }, now);
      return true;
    }
    if (address === '') return true;
    const state = nextState(deliveryLifecycle, mail.state as DeliveryState, 'READDRESS');
    return this.deliveries.requeue(mail, { state, address, messageId }, now);
  }

  /** 重发: puts what failed or was given up, on whichever channel, back into the queue. Refuses when nothing needs sending. */
  async resend(digestId: string): Promise<void> {
    const all = await this.deliveries.allOf(digestId);
    const undelivered = all.filter(({ state }) => state === 'FAILED' || state === 'GIVEN_UP');
    const wanted = undelivered.length > 0 ? undelivered : all.slice(0, 1);
    if (wanted.length === 0) throw nothingToSend();
    for (const delivery of wanted) {
      const state = nextState(deliveryLifecycle, delivery.state as DeliveryState, 'RETRY');
      if (!(await this.deliveries.requeue(delivery, { state }, this.clock.now()))) throw beingSent();
    }
  }
}
