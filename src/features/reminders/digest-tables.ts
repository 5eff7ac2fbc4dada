import { Injectable } from '@nestjs/common';
import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import { Doorbell } from '../../platform/jobs/doorbell.js';
import { DELIVERY_BELL } from './delivery-bell.js';
import type { Delivery } from './delivery.entity.js';
import { DeliveryStore } from './delivery.store.js';
import type { Digest } from './digest.entity.js';
import { DigestStore } from './digest.store.js';
import { beingSent, nothingToSend } from './reminders.errors.js';
import { RobotStore } from './robots/robot.store.js';

type Requeued = Pick<Delivery, 'state'> & Partial<Pick<Delivery, 'address' | 'messageId'>>;

/** The tables a digest is made in. */
@Injectable()
export class DigestTables {
  constructor(
    readonly digests: DigestStore,
    private readonly deliveries: DeliveryStore,
    private readonly robots: RobotStore,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
  ) {}

  /** True while more may be put into a digest: unsigned and its mail untouched. Keeps it so until the unit ends. */
  async isOpen(digestId: string): Promise<boolean> {
    if (!(await this.digests.lockUnsigned(digestId))) return false;
    return !(await this.deliveries.exists(digestId)) || this.deliveries.holdUntouched(digestId);
  }

  queue(digestId: string, address: string, messageId: string): Promise<void> {
    return this.enqueue(digestId, { channel: 'MAIL', address, messageId });
  }

  /** Queues a digest for the groups of its own department; what a group gets is that digest and nothing else. */
  async queueRobots({ id, departmentId }: Digest, messageId: string): Promise<void> {
    for (const robot of await this.robots.inUse(departmentId)) {
      const kind = robot.kind.toLowerCase();
      const on = { channel: `ROBOT_${robot.kind}`, address: robot.id, messageId: `${kind}.${messageId}` };
      await this.enqueue(id, on);
    }
  }

  /**
   * Lays the mail of an unsigned digest before its new addressee; false when it is being sent this very moment. What goes
   * to somebody else is another letter and bears a number of its own.
   */
  async readdress(digestId: string, address: string, messageId: string): Promise<boolean> {
    const mail = await this.deliveries.ofDigest(digestId);
    if (!mail) {
      if (address !== '') await this.queue(digestId, address, messageId);
      return true;
    }
    if (address === '') return true;
    const state = nextState(deliveryLifecycle, mail.state as DeliveryState, 'READDRESS');
    return this.requeue(mail, { state, address, messageId });
  }

  /** 重发: puts what failed or was given up, on whichever channel, back into the queue. Refuses when nothing needs sending. */
  async resend(digestId: string): Promise<void> {
    const all = await this.deliveries.allOf(digestId);
    const undelivered = all.filter(({ state }) => state === 'FAILED' || state === 'GIVEN_UP');
    const wanted = undelivered.length > 0 ? undelivered : all.slice(0, 1);
    if (wanted.length === 0) throw nothingToSend();
    for (const delivery of wanted) {
      const state = nextState(deliveryLifecycle, delivery.state as DeliveryState, 'RETRY');
      if (!(await this.requeue(delivery, { state }))) throw beingSent();
    }
  }

  /** Puts one delivery back into the queue, with all its tries; false when somebody is sending it this very moment. */
  requeue(delivery: Pick<Delivery, 'id' | 'fence'>, to: Requeued): Promise<boolean> {
    this.doorbell.ring(DELIVERY_BELL);
    return this.deliveries.requeue(delivery, to, this.clock.now());
  }

  /** True while the robot that a delivery is addressed to is there and switched on. */
  async isRobotOn(id: string): Promise<boolean> {
    return (await this.robots.addressed(id))?.state === 'ON';
  }

  private enqueue(digestId: string, on: Pick<Delivery, 'channel' | 'address' | 'messageId'>): Promise<void> {
    this.doorbell.ring(DELIVERY_BELL);
    return this.deliveries.queue(digestId, on, this.clock.now());
  }
}
