import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { DeliveryStore } from './delivery.store.js';
import { DigestStore } from './digest.store.js';

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
}
