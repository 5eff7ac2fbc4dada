import { describe, expect, it } from '@jest/globals';
import { dormantAccounts, type AccountUse } from './dormant-accounts.js';

const DAY = 86_400_000;
const account = (id: string, changes: Partial<AccountUse> = {}): AccountUse => ({
  id, duty: null, createdAt: 0, lastSignInAt: null, enabledAt: null, ...changes,
}); // prettier-ignore
const ids = (accounts: AccountUse[], day: number, days = 90) => dormantAccounts(accounts, day * DAY, days).map(({ id }) => id); // prettier-ignore

describe('accounts nobody signs in to', () => {
  it('are stopped after their days, counted from the last sign-in, the making, or the word of an administrator', () => {
    const accounts = [
      account('never'),
      account('used', { lastSignInAt: 30 * DAY }),
      account('back', { lastSignInAt: DAY, enabledAt: 60 * DAY }),
    ];
    expect(ids(accounts, 89)).toEqual([]);
    expect(ids(accounts, 90)).toEqual(['never']);
    expect(ids(accounts, 120)).toEqual(['never', 'used']);
    expect(ids(accounts, 150)).toEqual(['never', 'used', 'back']);
    expect(ids(accounts, 9000, 0)).toEqual([]);
  });

  it('are not all stopped: the system administrator who was there last stays', () => {
    const accounts = [
      account('first', { duty: 'SYSADMIN', lastSignInAt: DAY }),
      account('second', { duty: 'SYSADMIN', lastSignInAt: 2 * DAY }),
      account('security', { duty: 'SECADMIN' }),
    ];
    expect(ids(accounts, 1000)).toEqual(['first', 'security']);
  });
});
