import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeliveryStore, type ClaimedDelivery, type Outcome } from './delivery.store.js';

/** The table of deliveries, each change in a unit of its own. */
@Injectable()
export class DeliveryTable {
  constructor(
    private readonly store: DeliveryStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Takes the next delivery that was due when a round began, for a while; null when nothing is left for this process. */
  claimNext(dueBy: number, leaseMs: number): Promise<ClaimedDelivery | null> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const due = await this.store.next(this.clock.today(), dueBy, now);
      return due && this.store.claim(due, now, now + leaseMs);
    });
  }

  settle(claim: ClaimedDelivery, outcome: Outcome): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      if (!(await this.store.settle(claim, outcome))) return false;
      const { state, lastError } = outcome;
      this.audit.record({
        operation: `reminders.${state === 'SENT' ? 'sent' : 'notSent'}`,
        objectKind: 'digest',
        objectId: claim.digestId,
        after: { state, tries: claim.tries + 1, messageId: claim.messageId, lastError },
      });
      return true;
    });
  }
}
