import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeliveryStore, type ClaimedDelivery, type DueDelivery, type Outcome } from './delivery.store.js';

/** The table of deliveries, each change in a unit of its own. */
@Injectable()
export class DeliveryTable {
  constructor(
    private readonly store: DeliveryStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  due(limit: number): Promise<DueDelivery[]> {
    return this.store.due(this.clock.today(), this.clock.now(), limit);
  }

  claim(due: DueDelivery, leaseMs: number): Promise<ClaimedDelivery | null> {
    const now = this.clock.now();
    return this.unitOfWork.run(() => this.store.claim(due, now, now + leaseMs));
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
