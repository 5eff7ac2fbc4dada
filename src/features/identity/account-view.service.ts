import { Injectable } from '@nestjs/common';
import type { AccountRecord } from './account.store.js';
import { GrantsService } from './grants.service.js';
import { presentAccount, type AccountResponse } from './present-account.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';

/** What an administrator sees of accounts: with their posts, and by what they sign in. */
@Injectable()
export class AccountView {
  constructor(
    private readonly grants: GrantsService,
    private readonly factors: SecondFactorService,
  ) {}

  async of(account: AccountRecord): Promise<AccountResponse> {
    return (await this.presenter([account]))(account);
  }

  /** Reads what belongs to some accounts at once; gives how each of them is presented. */
  async presenter(accounts: readonly AccountRecord[]): Promise<(account: AccountRecord) => AccountResponse> {
    const ids = accounts.map(({ id }) => id);
    const grants = await this.grants.of(ids);
    const names = await this.grants.departmentNames();
    const bound = await this.factors.boundAmong(ids);
    return (account) =>
      presentAccount(account, {
        grants: grants.get(account.id) ?? [],
        names,
        secondFactor: bound.has(account.id),
      });
  }
}
