import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RobotStore } from './robots/robot.store.js';
import { DeliveryStore, type ClaimedDelivery, type Means, type Outcome } from './delivery.store.js';

/** The table of deliveries, each change in a unit of its own. */
@Injectable()
export class DeliveryTable {
  constructor(
    private readonly store: DeliveryStore,
    private readonly robots: RobotStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Takes the next delivery of one means that was due when a round began, for a while; null when nothing is left for this
   * process. `WAITS`: there was one, but its robot has had its turns of the minute; it waits and was not tried. One unit
   * looks at one delivery only, so that no two processes lock the same rows in a different order.
   */
  claimNext(means: Means, dueBy: number, leaseMs: number): Promise<ClaimedDelivery | 'WAITS' | null> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const due = await this.store.next(means, this.clock.today(), dueBy, now);
      if (!due) return null;
      const wait = due.paceId === null ? null : await this.robots.turn(due.paceId, now);
      if (wait === null) return this.store.claim(due, now, now + leaseMs);
      await this.store.postpone(due, wait);
      return 'WAITS';
    });
  }

  settle(claim: ClaimedDelivery, outcome: Outcome): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      if (!(await this.store.settle(claim, outcome))) return false;
      const { state, lastError, robotFreeAt } = outcome;
      if (robotFreeAt !== undefined) await this.holdRobot(claim.address, robotFreeAt);
      this.audit.record({
        operation: `reminders.${state === 'SENT' ? 'sent' : 'notSent'}`,
        objectKind: 'digest',
        objectId: claim.digestId,
        after: {
          channel: claim.channel,
          state,
          tries: claim.tries + 1,
          messageId: claim.messageId,
          lastError,
        },
      });
      return true;
    });
  }

  private async holdRobot(id: string, until: number): Promise<void> {
    const robot = await this.robots.addressed(id);
    if (robot) await this.robots.hold(robot.paceId, until);
  }
}
