import { Injectable } from '@nestjs/common';
import { passwordFaults, passwordRulesInWords } from '../../domain/access/password-rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { readablePassword } from '../../platform/auth/secret-token.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccessConfig } from './access-config.js';
import { AccountStore, type AccountRecord } from './account.store.js';
import {
  accountNotFound,
  currentPasswordWrong,
  passwordUnfit,
  passwordUsedBefore,
} from './identity.errors.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordTools } from './password-tools.js';

/** A password ready to be stored, hashed outside any unit of work. */
export interface PreparedPassword {
  hash: string;
  /** The plain text where the program made it up, to be shown once. */
  plain: string;
}

/** Setting passwords: one's own, a first one, a new one for somebody who forgot his. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly config: AccessConfig,
    private readonly tools: PasswordTools,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** The rules as the page shows them. */
  rules(): string[] {
    return passwordRulesInWords(this.config.password);
  }

  /** The numbers among them, for checking while one types. */
  wishes(): { minLength: number; kinds: number } {
    const { minLength, kinds } = this.config.password;
    return { minLength, kinds };
  }

  /** Makes up a first password. */
  async prepareFirst(): Promise<PreparedPassword> {
    const plain = readablePassword();
    return { plain, hash: await this.hasher.hash(plain) };
  }

  /**
   * Changes one's own password and ends one's other sessions. Refuses a wrong current password, one against the rules
   * and one used before.
   */
  async changeOwn(session: OpenSession, current: string, next: string): Promise<void> {
    const account = await this.account(session.accountId);
    const former = await this.accounts.passwords(account.id, Math.max(1, this.config.password.history));
    const newest = former[0]?.hash ?? null;
    await this.tools.tries.counted(account.id, async () => {
      const matches = await this.hasher.inTurn(() => this.hasher.matches(newest, current));
      if (!matches) throw currentPasswordWrong();
    });
    const faults = passwordFaults(next, account.username, this.config.password);
    if (faults.length > 0) throw passwordUnfit(faults);
    for (const { hash } of former) {
      const same = await this.hasher.inTurn(() => this.hasher.matches(hash, next));
      if (same) throw passwordUsedBefore(this.config.password.history);
    }
    const hash = await this.hasher.hash(next);
    await this.unitOfWork.run(async () => {
      await this.store(account, { hash, plain: '' }, 0);
      await this.tools.sessions.endAll(account.id, 'PASSWORD', this.tools.clock.now(), session.id);
      this.audit.record({
        operation: 'identity.changePassword',
        objectKind: 'account',
        objectId: account.id,
      });
    });
  }

  /** Stores a password inside the unit of the deed that sets it. */
  async store(account: AccountRecord, password: PreparedPassword, mustChange: 0 | 1): Promise<void> {
    await this.accounts.addPassword(account.id, password.hash, this.tools.clock.now());
    await this.accounts.change(account, { mustChange });
  }

  private async account(id: string): Promise<AccountRecord> {
    const account = await this.accounts.one(id);
    if (!account) throw accountNotFound();
    return account;
  }
}
