import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireForeign } from './account-rules.js';
import { AccountStore, type AccountRecord } from './account.store.js';
import { ForeignIdentityStore } from './foreign-identity/foreign-identity.store.js';
import { notTied } from './foreign-identity/oidc.errors.js';
import { accountNotFound, noSecondFactor } from './identity.errors.js';
import { PasswordTools } from './password-tools.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';

/** What the system administrator does about how somebody gets in, besides his password. */
@Injectable()
export class AccountAccessService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactorService,
    private readonly identities: ForeignIdentityStore,
    private readonly tools: PasswordTools,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Takes off the authenticator of somebody who has lost it; his sessions end. Refuses one's own account. */
  async resetSecondFactor(id: string): Promise<AccountRecord> {
    return this.unitOfWork.run(async () => {
      const account = await this.one(id);
      requireForeign(account);
      if (!(await this.factors.forget(id))) throw noSecondFactor();
      await this.tools.sessions.endAll(id, 'ADMINISTRATOR', this.tools.clock.now());
      this.record('resetSecondFactor', id, {});
      return account;
    });
  }

  /** Lets an account be tied to another person at the other service; its sessions end. Refuses one's own account. */
  async untie(id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      requireForeign(await this.one(id));
      if (!(await this.identities.untie(id))) throw notTied();
      await this.tools.sessions.endAll(id, 'ADMINISTRATOR', this.tools.clock.now());
      this.record('untieForeignIdentity', id, {});
    });
  }

  /** Ends every session of an account, as when a phone or computer was lost; gives how many there were. */
  async endSessions(id: string): Promise<number> {
    return this.unitOfWork.run(async () => {
      await this.one(id);
      const ended = await this.tools.sessions.endAll(id, 'ADMINISTRATOR', this.tools.clock.now());
      this.record('endSessions', id, { ended });
      return ended;
    });
  }

  private async one(id: string): Promise<AccountRecord> {
    const account = await this.accounts.one(id);
    if (!account) throw accountNotFound();
    return account;
  }

  private record(deed: string, objectId: string, after: object): void {
    this.audit.record({ operation: `identity.${deed}`, objectKind: 'account', objectId, after });
  }
}
