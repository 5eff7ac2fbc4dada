import { Injectable } from '@nestjs/common';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { AccessConfig } from './access-config.js';
import { AccountStore, type AccountRecord } from './account.store.js';
import type { GrantRow } from './grant.store.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';

/** What is known of a session beside who acts in it. */
export interface KnownSession {
  account: AccountRecord;
  posts: GrantRow[];
  idleMinutes: number;
  expiresAt: number;
}

/** Reads what belongs to an open session. */
@Injectable()
export class SessionFacts {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionService,
    private readonly store: SessionStore,
    private readonly rules: AccessConfig,
  ) {}

  async of(session: OpenSession): Promise<KnownSession | null> {
    const account = await this.accounts.one(session.accountId);
    const expiresAt = await this.store.expiresAt(session.id);
    if (!account || expiresAt === null) return null;
    const { idleMinutes } = this.rules.session;
    return { account, posts: await this.sessions.postsOf(account.id), idleMinutes, expiresAt };
  }
}
