import type { TestApp } from '../support/app.js';
import type { Deeds } from './deeds.js';
import type { PreparedOffice } from './holdings.js';

interface Made {
  account: { id: string; version: number };
}

interface Account {
  id: string;
  version: number;
  grants: { id: string }[];
}

/** Accounts for the administrators' deeds: somebody at work, somebody who left, somebody without a post. */
export async function makeAccounts(
  test: TestApp,
  deeds: Deeds,
): Promise<Pick<PreparedOffice, 'accounts' | 'grantId'>> {
  await test.signIn.cookieOf('JYJ-HEAD');
  const [{ id }] = (await test.db.read<{ id: string }>(
    `SELECT id FROM account WHERE username LIKE 'jyj-head%'`,
  )) as [{ id: string }];
  const working = await deeds.get<Account>(`accounts/${id}`, 'SYSADMIN');
  const reserve = await deeds.post<Made>('accounts', 'SYSADMIN', null, { username: 'reserve', name: '待任' });
  const left = await deeds.post<Made>('accounts', 'SYSADMIN', null, { username: 'left', name: '已离职' });
  const { id: leftId, version } = left.account;
  const disabled = await deeds.post<Account>(`accounts/${leftId}/disable`, 'SYSADMIN', version, {
    reason: '离职',
  });
  return { accounts: { working, disabled, reserve: reserve.account }, grantId: working.grants[0]?.id ?? '' };
}
