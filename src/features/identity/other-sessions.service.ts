import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccessConfig } from './access-config.js';
import { sessionNotFound } from './identity.errors.js';
import type { Session } from './session.entity.js';
import { SessionStore } from './session.store.js';

/** The sessions one has elsewhere: on another computer, in another browser. */
@Injectable()
export class OtherSessionsService {
  constructor(
    private readonly sessions: SessionStore,
    private readonly rules: AccessConfig,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Those that still open something, the latest used first. */
  async list({ accountId, id }: OpenSession): Promise<Session[]> {
    const now = this.clock.now();
    const seenAfter = now - this.rules.session.idleMinutes * 60_000;
    return (await this.sessions.live(accountId, seenAfter, now)).filter((one) => one.id !== id);
  }

  /** Ends one of them. Somebody else's, one's own present one, and one that has ended are refused alike. */
  async end(session: OpenSession, id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const theirs = (await this.list(session)).some((one) => one.id === id);
      if (!theirs) throw sessionNotFound();
      await this.sessions.end(id, 'SIGNED_OUT', this.clock.now());
      this.audit.record({
        operation: 'identity.endOtherSession',
        objectKind: 'account',
        objectId: session.accountId,
      });
    });
  }
}
