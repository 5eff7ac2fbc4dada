import type { TestApp } from '../support/app.js';
import { CLERK, DIRECTOR } from '../support/office.js';
import { LEADER } from './prepared-office.js';

/** Everybody who may knock, as the policy names them. */
export const PRINCIPALS = [
  'ANONYMOUS',
  'EXPIRED',
  'DISABLED',
  'LIAISON',
  'HEAD',
  'SUPPORT',
  'CLERK',
  'DIRECTOR',
  'LEADER',
  'SYSADMIN',
  'SECADMIN',
  'AUDITOR',
] as const;
export type PrincipalName = (typeof PRINCIPALS)[number];

/** Somebody who asks. */
export interface Principal {
  name: PrincipalName;
  /** Post, or duty of an administrator. */
  post: string | null;
  cookie: string | null;
  /** Code of the department whose business he may see; ALL for the office, null for those who see none. */
  department: string | null;
}

const POSTS: Partial<Record<PrincipalName, { post: string; department: string | null }>> = {
  EXPIRED: { post: 'YFB-CLERK-B', department: null },
  DISABLED: { post: 'YFB-CLERK-C', department: null },
  LIAISON: { post: 'SFJ-LIAISON', department: 'SFJ' },
  HEAD: { post: 'SFJ-HEAD', department: 'SFJ' },
  SUPPORT: { post: 'CZJ-LIAISON', department: 'CZJ' },
  CLERK: { post: CLERK, department: 'ALL' },
  DIRECTOR: { post: DIRECTOR, department: 'ALL' },
  LEADER: { post: LEADER, department: 'ALL' },
  SYSADMIN: { post: 'SYSADMIN', department: null },
  SECADMIN: { post: 'SECADMIN', department: null },
  AUDITOR: { post: 'AUDITOR', department: null },
};

/** Signs everybody in; then lets one session run out and disables one account. */
export async function signEverybodyIn(test: TestApp): Promise<Principal[]> {
  const principals: Principal[] = [];
  for (const name of PRINCIPALS) {
    const { post, department } = POSTS[name] ?? { post: null, department: null };
    const cookie = post === null ? null : await test.signIn.cookieOf(post);
    if (post !== null && cookie === null) throw new Error(`nobody holds ${post}`);
    principals.push({ name, post, cookie, department });
  }
  await letRunOut(test, 'yfb-clerk-b');
  const { id, version } = await accountOf(test, 'yfb-clerk-c');
  const disabled = await test.request('POST', `/api/v1/accounts/${id}/disable`, {
    as: 'SYSADMIN',
    version,
    body: { reason: '离职' },
  });
  if (disabled.status !== 200) throw new Error(`disabling answered ${disabled.status}`);
  return principals;
}

async function letRunOut(test: TestApp, username: string): Promise<void> {
  const { id } = await accountOf(test, username);
  const { affected } = await test.db.unitOfWork.run(() =>
    test.db.write('UPDATE session SET expires_at = 1 WHERE account_id = ?', [id]),
  );
  if (affected !== 1) throw new Error(`${username} has ${affected} sessions`);
}

/** The account whose user name begins so. */
export async function accountOf(test: TestApp, username: string): Promise<{ id: string; version: number }> {
  const [row] = await test.db.read<{ id: string; version: number }>(
    'SELECT id, version FROM account WHERE username LIKE ?',
    [`${username}%`],
  );
  if (!row) throw new Error(`no account of ${username}`);
  return row;
}
