import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { scopeOf } from '../../platform/auth/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { staleVersion } from '../../platform/database/version.js';
import type { Digest } from './digest.entity.js';
import { DigestStore } from './digest.store.js';
import { DigestTables } from './digest-tables.js';
import { digestNotFound, digestSigned, notYoursToSign } from './reminders.errors.js';
import { canSee, canSign } from './reminders.policy.js';

/** What people do with digests: read them and sign for them. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly store: DigestStore,
    private readonly tables: DigestTables,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** One digest; a foreign department's, or one whose day has not come, is as good as none. */
  async one(id: string): Promise<Digest> {
    const digest = await this.store.one(id, scopeOf(currentActor()));
    const actor = currentActor();
    if (!digest || digest.day > this.clock.today() || !canSee(actor, digest.departmentId))
      throw digestNotFound();
    return digest;
  }

  /** 签收: once, by the department addressed; the day and who signed stay on the record. */
  sign(id: string, version: number): Promise<Digest> {
    return this.unitOfWork.run(async () => {
      const digest = await this.one(id);
      const actor = currentActor();
      if (!canSign(actor, digest.departmentId)) throw notYoursToSign();
      if (digest.signedOn !== null) throw digestSigned(digest.signedOn);
      if (digest.version !== version) throw staleVersion('digest', digest, version);
      const signed = { signedOn: this.clock.today(), signedBy: actor.post };
      await this.store.sign(digest, signed.signedOn, signed.signedBy);
      this.audit.record({
        operation: 'reminders.sign',
        objectKind: 'digest',
        objectId: id,
        before: { signedOn: null },
        after: { ...signed, holder: actor.holder },
      });
      return this.one(id);
    });
  }

  /** 重发: the office sends a mail again that failed or was given up. */
  resend(id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const digest = await this.one(id);
      if (digest.signedOn !== null) throw digestSigned(digest.signedOn);
      await this.tables.resend(id);
      this.audit.record({
        operation: 'reminders.resend',
        objectKind: 'digest',
        objectId: id,
        after: { state: 'QUEUED' },
      });
    });
  }
}
