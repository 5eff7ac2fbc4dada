/** An account as far as its use matters; instants in milliseconds. */
export interface AccountUse {
  id: string;
  duty: string | null;
  createdAt: number;
  lastSignInAt: number | null;
  /** When it was last started again after having been stopped. */
  enabledAt: number | null;
}

/**
 * 久未登录的账号 (GB/T 22239-2019 8.1.4.2 c: surplus and expired accounts are stopped): those nobody has signed in to for so
 * many days, counted anew from an administrator's word that it is needed; 0 days: none. The system administrator who was
 * there last stays, or nobody could start an account again.
 */
export function dormantAccounts<T extends AccountUse>(
  accounts: readonly T[],
  now: number,
  days: number,
): T[] {
  if (days === 0) return [];
  const keeper = accounts
    .filter(({ duty }) => duty === 'SYSADMIN')
    .toSorted((one, other) => lastUse(other) - lastUse(one))[0];
  return accounts.filter((account) => account !== keeper && now - lastUse(account) >= days * 86_400_000);
}

function lastUse({ createdAt, lastSignInAt, enabledAt }: AccountUse): number {
  return Math.max(lastSignInAt ?? createdAt, enabledAt ?? 0);
}
