import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/day.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Sweep } from '../../platform/jobs/job.js';
import { DeliverySettings } from './delivery-settings.js';
import { DigestContents } from './digest-contents.js';
import { DigestTables } from './digest-tables.js';

/** What nobody has signed for in this time is followed up by other means. */
const FOLLOWED_DAYS = 90;

/**
 * 改送: a digest nobody has signed for follows the post to whoever holds it now. Found by comparing, not by listening to
 * appointments, so that it does not matter how or for which day a term was entered.
 */
@Injectable()
export class ReaddressSweep implements Sweep {
  readonly name = 'reminders.readdress';

  constructor(
    private readonly tables: DigestTables,
    private readonly contents: DigestContents,
    private readonly rules: DeliverySettings,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async sweep(): Promise<void> {
    const today = this.clock.today();
    const since = addDays(today, -FOLLOWED_DAYS);
    for (const id of await this.tables.digests.ofFormerHolders(since, today)) await this.readdress(id);
  }

  private readdress(id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const digest = await this.tables.digests.one(id, { kind: 'WHOLE' });
      if (!digest || digest.signedOn !== null) return;
      const { to, content } = await this.contents.of(digest, this.clock.today());
      const messageId = `r${digest.version}.${this.rules.messageId(digest.day, to.code, digest.recipient)}`;
      // Whoever is sending it right now ends first; the next look finds it again.
      if (!(await this.tables.readdress(id, to.email, messageId))) return;
      await this.tables.digests.lockUnsigned(id);
      await this.tables.digests.fill(id, content);
      const { holder, postCode } = digest;
      this.audit.record({
        operation: 'reminders.readdress',
        objectKind: 'digest',
        objectId: id,
        before: { holder, postCode },
        after: { holder: content.holder, postCode: content.postCode, mailed: to.email !== '' },
      });
    });
  }
}
