import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { SessionService } from '../../src/features/identity/session.service.js';
import type { Duty } from '../../src/features/identity/account.store.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import type { INestApplicationContext } from '@nestjs/common';

/** Duties may be named in stories like posts. */
export const ADMINISTRATORS: Readonly<Record<string, Duty>> = {
  SYSADMIN: 'SYSADMIN',
  SECADMIN: 'SECADMIN',
  AUDITOR: 'AUDITOR',
};

/**
 * Signs people in for stories: whoever holds a post today gets an account granted to his term and a session, through the
 * program's own services; only the password is passed over. The same person keeps his session.
 */
export class TestSignIn {
  /** Promises, so that a story may ask several things at once in one name. */
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly app: INestApplicationContext) {}

  /** Session cookie of whoever holds a post today, or of an administrator; null where nobody holds it. */
  async cookieOf(post: string): Promise<string | null> {
    const key = post in ADMINISTRATORS ? post : await this.termOf(post);
    if (key === null) return null;
    const token = this.tokens.get(key) ?? actAs(systemActor('cli', 'test'), () => this.begin(post, key));
    this.tokens.set(key, token);
    return `diaodu_session=${await token}`;
  }

  private async begin(post: string, key: string): Promise<string> {
    const { account } = await this.app.get(AccountsService).create({
      username: `${post.toLowerCase()}.${key.slice(-6)}`,
      name: post,
      duty: ADMINISTRATORS[post] ?? null,
      isDemonstration: true,
    });
    if (!(post in ADMINISTRATORS)) await this.app.get(GrantsService).grant(account.id, post);
    const caller = { address: '127.0.0.1', requestId: 'test', userAgent: 'test' };
    return (await this.app.get(SessionService).begin(account, caller)).token;
  }

  private async termOf(post: string): Promise<string | null> {
    const today = this.app.get(Clock).today();
    const rows = await this.app
      .get(Database)
      .read<{ id: string }>(
        'SELECT id FROM post WHERE code = ? AND from_day <= ? AND (to_day IS NULL OR to_day >= ?)',
        [post, today, today],
      );
    return rows[0]?.id ?? null;
  }
}
