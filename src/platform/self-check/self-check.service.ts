import { Injectable } from '@nestjs/common';
import type { AnchorsStanding } from '../anchors/anchor-standing.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Alerts } from './alerts.js';
import type { CounterKey } from './counters.js';
import { LookAtItself } from './look-at-itself.js';
import { SelfCheckAsked } from './self-check-asked.js';
import { SelfCheckStore, type SelfCheckFound } from './self-check.store.js';

/** How the installation is doing, as one page tells it. */
export interface SelfCheckOverview {
  last: SelfCheckFound | null;
  /** No look for more than two hours. */
  isStale: boolean;
  /** Null where it could not be counted, or has not been yet. */
  counters: Record<CounterKey, number | null>;
  anchors: AnchorsStanding;
  /** Whether somebody is told by mail. */
  hasAlertMail: boolean;
}

const STALE_MS = 2 * 3_600_000 + 600_000;
const NOT_YET = {
  missedSlots: null,
  heldSlots: null,
  orphanFiles: null,
  missingFiles: null,
  alteredFiles: null,
  chainBreaks: null,
  storageFailures: null,
};

/** 运行自检 for the people who run the machine. */
@Injectable()
export class SelfCheckService {
  constructor(
    private readonly looking: LookAtItself,
    private readonly store: SelfCheckStore,
    private readonly alerts: Alerts,
    private readonly asked: SelfCheckAsked,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Looks now, because a person asked for it; he sees what was found, so nobody is told by mail. */
  async lookNow(): Promise<SelfCheckOverview> {
    const found = await this.looking.look(() => Promise.resolve());
    await this.unitOfWork.run(async () => {
      await this.store.add(found, false);
      const after = { problems: found.problems };
      this.audit.record({ operation: 'self-check.run', objectKind: 'self-check', objectId: 'now', after });
    });
    return this.overview();
  }

  async overview(): Promise<SelfCheckOverview> {
    const last = await this.store.last();
    const { clock, standing, tally, anchors } = this.asked;
    return {
      last,
      isStale: last === null || clock.now() - last.at > STALE_MS,
      counters: { ...NOT_YET, ...last?.counters, ...(await standing.read()), ...tally.read() },
      anchors: await anchors.read(),
      hasAlertMail: this.alerts.isSet,
    };
  }
}
