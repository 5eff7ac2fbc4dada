import { Injectable } from '@nestjs/common';
import { deliveryLifecycle } from '../../domain/task/delivery-lifecycle.js';
import { nextState } from '../../domain/task/lifecycle.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { seeingAll } from '../../platform/database/sight.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import { Addressees } from './addressees.js';
import { DeliveryQueueStore, type DeliveryRow } from './delivery-queue.store.js';
import { DigestTables } from './digest-tables.js';
import {
  beingSent,
  deliveryNotFound,
  deliveryNotToRetry,
  deliveryRobotOff,
  deliverySigned,
} from './reminders.errors.js';

/** 重试一次送达: what failed or was given up on one channel goes back into the queue, with all its tries. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly store: DeliveryQueueStore,
    private readonly tables: DigestTables,
    private readonly addressees: Addressees,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Refuses what has been sent or still waits, what is signed for, what somebody is sending, and a
   * robot that is switched off. A mail goes to the box that its holder has now, which may be why it failed.
   */
  retry(id: string, version: number): Promise<void> {
    return seeingAll('OPERATION', () => this.unitOfWork.run(() => this.within(id, version)));
  }

  private async within(id: string, version: number): Promise<void> {
    const row = await this.store.one(id);
    if (!row) throw deliveryNotFound();
    const now = this.clock.now();
    refuseWhatNeedsNone(row, now);
    if (row.fence !== version) throw staleVersion();
    if (row.channel !== 'MAIL' && !(await this.tables.isRobotOn(row.address))) throw deliveryRobotOff();
    const state = nextState(deliveryLifecycle, row.state, 'RETRY');
    const address = row.channel === 'MAIL' ? await this.presentBox(row) : row.address;
    if (!(await this.tables.requeue(row, { state, address }))) throw beingSent();
    this.audit.record({
      operation: 'reminders.retryDelivery',
      objectKind: 'digest',
      objectId: row.digestId,
      before: { channel: row.channel, state: row.state, tries: row.tries },
      after: { channel: row.channel, state, readdressed: address !== row.address },
    });
  }

  /** Of the same holder only: who came after him gets a letter of his own. */
  private async presentBox({ departmentId, recipient, holder, address }: DeliveryRow): Promise<string> {
    const to = await this.addressees.of({ departmentId, recipient, day: this.clock.today() });
    return to.holder === holder && to.email !== '' ? to.email : address;
  }
}

function refuseWhatNeedsNone({ state, signedOn, leaseUntil }: DeliveryRow, now: number): void {
  if (signedOn !== null) throw deliverySigned(signedOn);
  if (leaseUntil > now) throw beingSent();
  if (state === 'SENT' || state === 'QUEUED') throw deliveryNotToRetry(state);
}
