import { Injectable } from '@nestjs/common';
import { Mailer } from '../../platform/notify/mailer.js';
import { Robots } from '../../platform/notify/robots/robot.js';
import type { ClaimedDelivery } from './delivery.store.js';
import { RobotKeys } from './robots/robot-keys.js';
import { RobotStore } from './robots/robot.store.js';

/** Hands a delivery to the means it goes by: the mail to whoever holds the post, or the robot of the department's group. */
@Injectable()
export class DeliveryChannels {
  constructor(
    private readonly mailer: Mailer,
    private readonly robots: Robots,
    private readonly store: RobotStore,
    private readonly keys: RobotKeys,
  ) {}

  /** Resolves when it was taken over; rejects with a MailError or RobotError. Never called inside a unit of work. */
  async send({ channel, address, holder, messageId, subject, text }: ClaimedDelivery): Promise<void> {
    if (channel === 'MAIL') {
      return this.mailer.send({ messageId, to: { name: holder, address }, subject, text });
    }
    const key = this.keys.open(await this.store.addressed(address));
    await this.robots.send(key, { messageId, text: `${subject}\n${text}` });
  }
}
