import { Injectable } from '@nestjs/common';
import { dormantAccounts } from '../../../domain/access/dormant-accounts.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { AccessConfig } from '../access-config.js';
import { AccountStore } from '../account.store.js';
import { PasswordTools } from '../password-tools.js';
import { ThrottleStore } from '../throttle.store.js';

/** How long traces of sign-ins are kept beside the audit trail, which keeps what happened. */
const KEPT_MS = 90 * 86_400_000;

/** What the night does about accounts; runs inside the steps of its job. */
@Injectable()
export class UpkeepService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly throttle: ThrottleStore,
    private readonly tools: PasswordTools,
    private readonly rules: AccessConfig,
    private readonly audit: AuditTrail,
  ) {}

  /** Stops accounts nobody has signed in to for long; gives their user names. */
  async stopDormant(): Promise<string[]> {
    const now = this.tools.clock.now();
    const dormant = dormantAccounts(await this.accounts.active(), now, this.rules.dormantDays);
    const stateReason = `连续 ${this.rules.dormantDays} 天未登录，自动停用`;
    for (const account of dormant) {
      await this.accounts.change(account, { state: 'DISABLED', stateReason });
      await this.tools.sessions.endAll(account.id, 'DISABLED', now);
      this.audit.record({
        operation: 'identity.disableDormantAccount',
        objectKind: 'account',
        objectId: account.id,
        after: { reason: stateReason, lastSignInAt: account.lastSignInAt },
      });
    }
    return dormant.map(({ username }) => username);
  }

  /** Forgets sessions, counts of failures and browsers that are long past; gives how many rows. */
  async forgetOld(): Promise<number> {
    const before = this.tools.clock.now() - KEPT_MS;
    return (await this.tools.sessions.forget(before)) + (await this.throttle.forget(before));
  }
}
