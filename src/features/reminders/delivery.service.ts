import { Injectable } from '@nestjs/common';
import { deliveryLifecycle, type DeliveryState } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import { MailError } from '../../platform/notify/mailer.js';
import { RobotError } from '../../platform/notify/robots/robot.js';
import { CalendarReader } from '../calendar/calendar.reader.js';
import { DeliveryChannels } from './delivery-channels.js';
import { isSendingTime, pauseAfter, type DeliveryRules } from './delivery-rules.js';
import { DeliverySettings } from './delivery-settings.js';
import { DeliveryTable } from './delivery-table.js';
import type { ClaimedDelivery, Means, Outcome } from './delivery.store.js';

/** What one round of sending did. */
export interface DeliveryCount {
  sent: number;
  failed: number;
  givenUp: number;
}

/** Longer than any one mail may take, so that nobody else takes a delivery that is still being sent. */
const LEASE_MS = 10 * 60_000;
/** Who works at once in one process. */
const AT_WORK: readonly Means[] = ['MAIL', 'MAIL', 'ROBOT', 'ROBOT', 'ROBOT', 'ROBOT'];
/** What DingTalk keeps a robot silent for once it was too fast. */
const SILENCE_MS = 10 * 60_000;

/** Sends what is due. Claims in a unit, sends outside of any, marks in a unit. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly table: DeliveryTable,
    private readonly channels: DeliveryChannels,
    private readonly settings: DeliverySettings,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends all that is due as the round begins, two mails and four groups at a time, on working days between the set hours. Any number of
   * processes may do it at once: each takes one delivery after another, so that the work spreads by how fast each is.
   * Nothing is tried twice in one round, whatever it was answered, since a failure is due later than the round began.
   */
  async deliverDue(): Promise<DeliveryCount> {
    const count: DeliveryCount = { sent: 0, failed: 0, givenUp: 0 };
    const rules = await this.settings.rules();
    const began = this.clock.now();
    await Promise.all(AT_WORK.map((means) => this.work(means, began, rules, count)));
    return count;
  }

  private async work(means: Means, began: number, rules: DeliveryRules, count: DeliveryCount): Promise<void> {
    for (;;) {
      const claim = (await this.maySend(rules)) ? await this.table.claimNext(means, began, LEASE_MS) : null;
      if (!claim) return;
      if (claim === 'WAITS') continue;
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
    try {
      await this.channels.send(claim);
    } catch (error) {
      return outcomeOf(error, claim.tries + 1, rules, this.clock.now());
    }
    const now = this.clock.now();
    return { state: nextState(deliveryLifecycle, 'QUEUED', 'SEND'), nextAt: now, sentAt: now, lastError: '' };
  }
}

/** Pure: what a failed try leads to. A refusal for good or the last try is given up in the open. */
export function outcomeOf(error: unknown, tries: number, rules: DeliveryRules, now: number): Outcome {
  const isTooFast = error instanceof RobotError && error.fault === 'TOO_FAST';
  const planned = isForGood(error) ? null : pauseAfter(tries, rules);
  const pause = planned !== null && isTooFast ? Math.max(planned, SILENCE_MS) : planned;
  const failed = nextState(deliveryLifecycle, 'QUEUED', 'FAIL');
  const state: DeliveryState = pause === null ? nextState(deliveryLifecycle, failed, 'GIVE_UP') : failed;
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const outcome = { state, nextAt: now + (pause ?? 0), sentAt: null, lastError };
  return isTooFast ? { ...outcome, robotFreeAt: now + SILENCE_MS } : outcome;
}

function isForGood(error: unknown): boolean {
  if (error instanceof RobotError) return error.fault === 'NEVER';
  return error instanceof MailError && error.isPermanent;
}
