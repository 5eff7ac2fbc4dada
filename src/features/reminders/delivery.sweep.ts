import { Injectable } from '@nestjs/common';
import type { Sweep } from '../../platform/jobs/job.js';
import { Lane } from '../../platform/jobs/lane.js';
import { DELIVERY_SWEEP } from './delivery-bell.js';
import { DeliveryService } from './delivery.service.js';

/** Looks for due mails at every tick. A slow mail server holds up nothing else, and no tick begins a second round. */
@Injectable()
export class DeliverySweep implements Sweep {
  readonly name = DELIVERY_SWEEP;
  private readonly lane: Lane<unknown>;

  constructor(deliveries: DeliveryService) {
    this.lane = new Lane(() => deliveries.deliverDue());
  }

  async sweep(): Promise<void> {
    await this.lane.run();
  }
}
