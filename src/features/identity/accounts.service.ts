import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireForeign } from './account-rules.js';
import { AccountStore, type AccountRecord, type Duty } from './account.store.js';
import { normalUsername } from './credentials.js';
import { accountNotFound, usernameTaken } from './identity.errors.js';
import { PasswordTools } from './password-tools.js';
import { PasswordsService, type PreparedPassword } from './passwords.service.js';
import { ThrottleStore } from './throttle.store.js';

/** A new account. */
export interface NewAccount {
  username: string;
  name: string;
  duty?: Duty | null;
  isDemonstration?: boolean;
}

/** An account and the password its owner gets from whoever made it, shown this once. */
export interface MadeAccount {
  account: AccountRecord;
  firstPassword: string;
}

/** Keeping accounts: 系统管理员. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordsService,
    private readonly tools: PasswordTools,
    private readonly throttle: ThrottleStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async page(q: string | null, after: string, limit: number): Promise<AccountRecord[]> {
    return this.accounts.page(q, after, limit);
  }

  async one(id: string): Promise<AccountRecord> {
    const account = await this.accounts.one(id);
    if (!account) throw accountNotFound();
    return account;
  }

  /** The account of a user name, however it is written. */
  async byUsername(username: string): Promise<AccountRecord> {
    const account = await this.accounts.byUsername(normalUsername(username));
    if (!account) throw accountNotFound();
    return account;
  }

  /** Makes an account with a first password that must be changed (save in the demonstration). Refuses a taken name. */
  async create(wish: NewAccount): Promise<MadeAccount> {
    return this.make(wish, await this.passwords.prepareFirst());
  }

  /** Passwords made up before a unit of work begins, for a deed that makes several accounts at once. */
  async prepare(many: number): Promise<PreparedPassword[]> {
    return Promise.all(Array.from({ length: many }, () => this.passwords.prepareFirst()));
  }

  /** Like `create`, with a password that was made up before. */
  async make(wish: NewAccount, password: PreparedPassword): Promise<MadeAccount> {
    return this.unitOfWork.run(async () => {
      const username = normalUsername(wish.username);
      if (await this.accounts.byUsername(username)) throw usernameTaken(username);
      const isDemonstration = wish.isDemonstration === true;
      const account: AccountRecord = {
        id: newId(),
        username,
        name: wish.name,
        duty: wish.duty ?? null,
        state: 'ACTIVE',
        stateReason: '',
        mustChange: 1,
        isDemonstration: isDemonstration ? 1 : 0,
        createdAt: this.tools.clock.now(),
        lastSignInAt: null,
        enabledAt: null,
        failedSince: 0,
        version: 1,
      };
      await this.accounts.add(account);
      await this.passwords.store(account, password, isDemonstration ? 0 : 1);
      this.record('createAccount', account.id, { username, name: wish.name, duty: account.duty });
      return { account: await this.one(account.id), firstPassword: password.plain };
    });
  }

  /** A new first password for somebody who forgot his; ends his sessions, forgets his browsers, lifts a lock. */
  async resetPassword(id: string, version: number): Promise<MadeAccount> {
    const password = await this.passwords.prepareFirst();
    return this.unitOfWork.run(async () => {
      const account = await this.foreign(id, version);
      await this.passwords.store(account, password, 1);
      await this.shutOut(account.id, 'PASSWORD');
      await this.throttle.clear(`account:${account.id}`);
      this.record('resetPassword', account.id, {});
      return { account: await this.one(account.id), firstPassword: password.plain };
    });
  }

  /** Lifts the lock that failed sign-ins have put on an account. */
  async unlock(id: string): Promise<AccountRecord> {
    return this.unitOfWork.run(async () => {
      const account = await this.one(id);
      await this.throttle.clear(`account:${account.id}`);
      this.record('unlockAccount', account.id, {});
      return account;
    });
  }

  /** 停用: the account signs in no more, and its open sessions end with this deed. */
  async disable(id: string, version: number, reason: string): Promise<AccountRecord> {
    return this.unitOfWork.run(async () => {
      const account = await this.foreign(id, version);
      await this.accounts.change(account, { state: 'DISABLED', stateReason: reason });
      await this.shutOut(account.id, 'DISABLED');
      this.record('disableAccount', account.id, { reason });
      return this.one(id);
    });
  }

  async enable(id: string, version: number, reason: string): Promise<AccountRecord> {
    return this.unitOfWork.run(async () => {
      const account = await this.one(id);
      await this.accounts.change(
        { id, version },
        {
          state: 'ACTIVE',
          stateReason: reason,
          enabledAt: this.tools.clock.now(),
        },
      );
      this.record('enableAccount', account.id, { reason });
      return this.one(id);
    });
  }

  private async foreign(id: string, version: number): Promise<AccountRecord> {
    const account = await this.one(id);
    requireForeign(account);
    return { ...account, version };
  }

  private async shutOut(accountId: string, why: 'PASSWORD' | 'DISABLED'): Promise<void> {
    await this.tools.sessions.endAll(accountId, why, this.tools.clock.now());
    await this.throttle.forgetDevices(accountId);
  }

  private record(deed: string, objectId: string, after: object): void {
    this.audit.record({ operation: `identity.${deed}`, objectKind: 'account', objectId, after });
  }
}
