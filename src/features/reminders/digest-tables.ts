import { Injectable } from '@nestjs/common';
import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import { DeliveryStore } from './delivery.store.js';
import { DigestStore } from './digest.store.js';
import { beingSent, nothingToSend } from './reminders.errors.js';

/** The tables a digest is made in. */
@Injectable()
export class DigestTables {
  constructor(
    readonly digests: DigestStore,
    private readonly deliveries: DeliveryStore,
    private readonly clock: Clock,
  ) {}

  /** True while more may be put into a digest: unsigned and its mail untouched. Keeps it so until the unit ends. */
  async isOpen(digestId: string): Promise<boolean> {
    if (!(await this.digests.lockUnsigned(digestId))) return false;
    return !(await this.deliveries.exists(digestId)) || this.deliveries.holdUntouched(digestId);
  }

  queue(digestId: string, address: string, messageId: string): Promise<void> {
    return this.deliveries.queue(digestId, address, messageId, this.clock.now());
  }

  /**
   * Lays the mail of an unsigned digest before its new addressee; false when it is being sent this very moment. What goes
   * to somebody else is another letter and bears a number of its own.
   */
  async readdress(digestId: string, address: string, messageId: string): Promise<boolean> {
    const now = this.clock.now();
    const mail = await this.deliveries.ofDigest(digestId);
    if (!mail) {
      if (address !== '') await this.deliveries.queue(digestId, address, messageId, now);
      return true;
    }
    if (address === '') return true;
    const state = nextState(deliveryLifecycle, mail.state as DeliveryState, 'READDRESS');
    return this.deliveries.requeue(mail, { state, address, messageId }, now);
  }

  /** 重发: puts a mail that failed or was given up back into the queue. Refuses one that needs no sending. */
  async resend(digestId: string): Promise<void> {
    const mail = await this.deliveries.ofDigest(digestId);
    if (!mail) throw nothingToSend();
    const state = nextState(deliveryLifecycle, mail.state as DeliveryState, 'RETRY');
    if (!(await this.deliveries.requeue(mail, { state }, this.clock.now()))) throw beingSent();
  }
}
