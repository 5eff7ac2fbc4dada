import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { OfficeDay } from '../../platform/clock/office-day.js';
import { AccountStore, type AccountRecord } from './account.store.js';
import { demonstrationAccount } from './identity.errors.js';
import { PasswordHasher } from './password-hasher.js';

/** Whether somebody is who he says: names, passwords and the state of the account. */
@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly officeDay: OfficeDay,
    private readonly clock: Clock,
  ) {}

  async find(username: string): Promise<AccountRecord | null> {
    return this.accounts.byUsername(normalUsername(username));
  }

  /** Work that compares passwords waits for its turn. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.hasher.inTurn(work);
  }

  /** The account, when the password is its own and it is active; takes as long for nobody. */
  async prove(account: AccountRecord | null, password: string): Promise<AccountRecord | null> {
    const newest = account ? (await this.accounts.passwords(account.id, 1))[0] : undefined;
    const matches = await this.hasher.matches(newest?.hash ?? null, password);
    return matches && account?.state === 'ACTIVE' ? account : null;
  }

  /** A demonstration account's password stands in a file for everybody; real data refuse it. */
  async requireUsable(account: AccountRecord): Promise<void> {
    if (account.isDemonstration === 1 && !(await this.officeDay.isDemonstration()))
      throw demonstrationAccount();
  }

  async countFailure(accountId: string): Promise<void> {
    await this.accounts.countFailure(accountId);
  }

  async signedIn(accountId: string): Promise<void> {
    await this.accounts.signedIn(accountId, this.clock.now());
  }
}

/** A user name as it is compared: full-width letters and capitals do not make another person. */
export function normalUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
