import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { OfficeDay } from '../../platform/clock/office-day.js';
import { AccountStore, type AccountRecord } from './account.store.js';
import { demonstrationAccount } from './identity.errors.js';
import { PasswordHasher } from './password-hasher.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';

/** Why somebody has not proved who he is. */
export type Disproof = 'FAILED' | 'CODE_REQUIRED' | 'CODE_WRONG';

/** Whether somebody is who he says: names, passwords and the state of the account. */
@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly officeDay: OfficeDay,
    private readonly clock: Clock,
    private readonly factors: SecondFactorService,
  ) {}

  async find(username: string): Promise<AccountRecord | null> {
    return this.accounts.byUsername(normalUsername(username));
  }

  /** Work that compares passwords waits for its turn. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.hasher.inTurn(work);
  }

  /**
   * The account, when the password is its own, it is active, and where a second factor is bound the code is good too.
   * Takes as long for nobody; a code is looked at only after the password was right.
   */
  async prove(
    account: AccountRecord | null,
    password: string,
    code: string | null,
  ): Promise<AccountRecord | Disproof> {
    const newest = account ? (await this.accounts.passwords(account.id, 1))[0] : undefined;
    const matches = await this.hasher.matches(newest?.hash ?? null, password);
    if (!matches || account?.state !== 'ACTIVE') return 'FAILED';
    if (!(await this.factors.isBound(account.id))) return account;
    if (code === null) return 'CODE_REQUIRED';
    return (await this.factors.proves(account.id, code)) ? account : 'CODE_WRONG';
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
