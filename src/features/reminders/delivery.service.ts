import { Injectable } from '@nestjs/common';
import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import { Mailer, MailError } from '../../platform/notify/mailer.js';
import { CalendarReader } from '../calendar/calendar.reader.js';
import { isSendingTime, pauseAfter, type DeliveryRules } from './delivery-rules.js';
import { DeliverySettings } from './delivery-settings.js';
import { DeliveryTable } from './delivery-table.js';
import type { ClaimedDelivery, Outcome } from './delivery.store.js';

/** What one round of sending did. */
export interface DeliveryCount {
  sent: number;
  failed: number;
  givenUp: number;
}

/** Longer than any one mail may take, so that nobody else takes a delivery that is still being sent. */
const LEASE_MS = 10 * 60_000;
const AT_ONCE = 2;

/** Sends what is due. Claims in a unit, sends outside of any, marks in a unit. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly table: DeliveryTable,
    private readonly mailer: Mailer,
    private readonly settings: DeliverySettings,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends every mail that is due as the round begins, two at a time, on working days between the set hours. Any number of
   * processes may do it at once: each takes one delivery after another, so that the work spreads by how fast each is.
   * Nothing is tried twice in one round, whatever it was answered, since a failure is due later than the round began.
   */
  async deliverDue(): Promise<DeliveryCount> {
    const count: DeliveryCount = { sent: 0, failed: 0, givenUp: 0 };
    const rules = await this.settings.rules();
    const began = this.clock.now();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.work(began, rules, count)));
    return count;
  }

  private async work(began: number, rules: DeliveryRules, count: DeliveryCount): Promise<void> {
    for (;;) {
      const claim = (await this.maySend(rules)) ? await this.table.claimNext(began, LEASE_MS) : null;
      if (!claim) return;
      const outcome = await this.attempt(claim, rules);
      if (!(await this.table.settle(claim, outcome))) continue;
      if (outcome.state === 'SENT') count.sent += 1;
      else if (outcome.state === 'GIVEN_UP') count.givenUp += 1;
      else count.failed += 1;
    }
  }

  /** Asked before each mail, so that none goes out after the last hour of a long round. */
  private async maySend(rules: DeliveryRules): Promise<boolean> {
    const calendar = await this.calendars.calendar();
    return isSendingTime(calendar.isWorkingDay(this.clock.today()), this.clock.timeOfDay(), rules);
  }

  private async attempt(claim: ClaimedDelivery, rules: DeliveryRules): Promise<Outcome> {
    const { messageId, subject, text } = claim;
    try {
      await this.mailer.send({
        messageId,
        to: { name: claim.holder, address: claim.address },
        subject,
        text,
      });
    } catch (error) {
      return outcomeOf(error, claim.tries + 1, rules, this.clock.now());
    }
    const now = this.clock.now();
    return { state: nextState(deliveryLifecycle, 'QUEUED', 'SEND'), nextAt: now, sentAt: now, lastError: '' };
  }
}

/** Pure: what a failed try leads to. A refusal for good or the last try is given up in the open. */
export function outcomeOf(error: unknown, tries: number, rules: DeliveryRules, now: number): Outcome {
  const isPermanent = error instanceof MailError && error.isPermanent;
  const pause = isPermanent ? null : pauseAfter(tries, rules);
  const failed = nextState(deliveryLifecycle, 'QUEUED', 'FAIL');
  const state: DeliveryState = pause === null ? nextState(deliveryLifecycle, failed, 'GIVE_UP') : failed;
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  return { state, nextAt: now + (pause ?? 0), sentAt: null, lastError };
}
