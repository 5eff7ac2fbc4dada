import { Injectable } from '@nestjs/common';
import type { Sweep } from '../../platform/jobs/job.js';
import { DeliveryService } from './delivery.service.js';

/** Looks for due mails at every tick. A slow mail server holds up nothing else, and no tick begins a second round. */
@Injectable()
export class DeliverySweep implements Sweep {
  readonly name = 'reminders.deliver';
  private running: Promise<unknown> | null = null;

  constructor(private readonly deliveries: DeliveryService) {}

  async sweep(): Promise<void> {
    this.running ??= this.deliveries.deliverDue().finally(() => {
      this.running = null;
    });
    await this.running;
  }
}
