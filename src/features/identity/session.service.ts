import { Injectable } from '@nestjs/common';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { mustDoFirst, type MustDo } from '../../domain/access/second-factor.js';
import { passwordExpired } from '../../domain/access/password-rules.js';
import { sessionEnd, sessionStanding } from '../../domain/access/session-limits.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { actAs } from '../../platform/auth/actor-context.js';
import { visitor, type Actor, type Role } from '../../platform/auth/actor.js';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import {
  SessionGate,
  type CallerTraits,
  type ClosedReason,
  type OpenSession,
} from '../../platform/auth/session-gate.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { seeingAll } from '../../platform/database/sight.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccessConfig } from './access-config.js';
import type { AccountRecord } from './account.store.js';
import { GrantStore, type GrantRow } from './grant.store.js';
import { SessionStore, type EndedWhy, type SessionRow } from './session.store.js';

/** Reading a page should not cost a write each time; idleness is counted to this much. */
const SEEN_EVERY_MS = 60_000;
const MAX_USER_AGENT = 300;

/** By what somebody has proved himself. */
export type SignInMeans = 'PASSWORD' | 'OIDC';

/** A session that has just begun; the token leaves the program once, in its cookie. */
export interface Begun {
  token: string;
  session: OpenSession;
}

/** Begins, opens and ends sessions. */
@Injectable()
export class SessionService extends SessionGate {
  constructor(
    private readonly sessions: SessionStore,
    private readonly grants: GrantStore,
    private readonly rules: AccessConfig,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  /** Begins a session for an account whose owner has proved himself; its token is new, whatever the browser sent. */
  async begin(
    account: AccountRecord,
    caller: CallerTraits & { userAgent: string },
    means: SignInMeans = 'PASSWORD',
  ): Promise<Begun> {
    const token = newToken();
    const now = this.clock.now();
    return this.unitOfWork.run(async () => {
      await this.sessions.add({
        id: newId(),
        tokenSha256: tokenHash(token),
        accountId: account.id,
        postCode: null,
        startedAt: now,
        seenAt: now,
        expiresAt: sessionEnd(now, this.rules.session),
        address: caller.address,
        userAgent: caller.userAgent.slice(0, MAX_USER_AGENT),
        endedAt: null,
        endedWhy: null,
        means,
      });
      const session = await this.open(token, caller);
      if (typeof session === 'string') throw new Error(`a session that has just begun is ${session}`);
      this.record(session, 'identity.signIn', {
        userAgent: caller.userAgent.slice(0, MAX_USER_AGENT),
        means,
      });
      return { token, session };
    });
  }

  /** Gives a session a new token; the old one opens nothing any more. */
  async renew(session: OpenSession, caller: CallerTraits): Promise<Begun> {
    const token = newToken();
    await this.unitOfWork.run(() => this.sessions.changeToken(session.id, tokenHash(token)));
    const renewed = await this.open(token, caller);
    if (typeof renewed === 'string') throw new Error(`a session that has just been renewed is ${renewed}`);
    return { token, session: renewed };
  }

  async open(token: string, caller: CallerTraits): Promise<OpenSession | ClosedReason> {
    const row = await this.sessions.byToken(tokenHash(token));
    if (!row) return 'UNKNOWN';
    const now = this.clock.now();
    const standing = sessionStanding(row, now, this.rules.session);
    if (standing !== 'LIVE') return standing;
    if (row.state !== 'ACTIVE') return 'ENDED';
    if (now - row.seenAt >= SEEN_EVERY_MS) await this.unitOfWork.run(() => this.sessions.seen(row.id, now));
    return {
      id: row.id,
      accountId: row.accountId,
      actor: actorOf(row, await this.postsOf(row.accountId), caller),
      mustDo: this.mustDo(row, now),
    };
  }

  /** Posts an account may act for today, by code. */
  async postsOf(accountId: string): Promise<GrantRow[]> {
    return seeingAll('SIGN_IN', () => this.grants.held(accountId, this.clock.today()));
  }

  /** Acts for another of one's posts from now on. Gives false when it is not among them today. */
  async choosePost(session: OpenSession, postCode: string): Promise<boolean> {
    const held = await this.postsOf(session.accountId);
    if (!held.some((post) => post.postCode === postCode)) return false;
    await this.unitOfWork.run(async () => {
      await this.sessions.choosePost(session.id, postCode);
      this.record(session, 'identity.choosePost', { post: postCode });
    });
    return true;
  }

  /** Ends a session; its cookie opens nothing any more. */
  async signOut(session: OpenSession): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.sessions.end(session.id, 'SIGNED_OUT', this.clock.now());
      this.record(session, 'identity.signOut', {});
    });
  }

  /** Ends all sessions of an account save one's own; joins the unit of the deed that asks for it. */
  async endAll(accountId: string, why: EndedWhy, exceptId = ''): Promise<number> {
    return this.unitOfWork.run(() => this.sessions.endAll(accountId, why, this.clock.now(), exceptId));
  }

  private mustDo(row: SessionRow, now: number): MustDo | null {
    if (row.isDemonstration === 1) return null;
    const setAt = row.passwordSetAt;
    const isDue =
      row.mustChange === 1 || (setAt !== null && passwordExpired(setAt, now, this.rules.password));
    const means = {
      passwordIsDue: setAt !== null && isDue,
      hasSecondFactor: Number(row.hasSecondFactor) > 0,
      duty: row.duty,
      provedElsewhere: row.means !== 'PASSWORD',
    };
    return mustDoFirst(means, this.rules.twoFactor);
  }

  /** Told in the name of the session's own actor, which the caller of a sign-in is not yet. */
  private record(session: OpenSession, operation: string, after: object): void {
    actAs(session.actor, () =>
      this.audit.record({ operation, objectKind: 'account', objectId: session.accountId, after }),
    );
  }
}

/** The chosen post, else the first; an administrator's duty stands for itself. */
function actorOf(row: SessionRow, posts: readonly GrantRow[], { address, requestId }: CallerTraits): Actor {
  if (row.duty !== null) {
    const post = `${row.duty}/${row.username}`;
    const caller = { holder: row.name, requestId, address };
    return { post, role: row.duty as Role, departmentId: null, jurisdiction: WHOLE_INSTALLATION, ...caller };
  }
  const post = posts.find(({ postCode }) => postCode === row.postCode) ?? posts[0];
  if (!post) return visitor(row.name, address, requestId);
  const { postCode, kind, departmentId, jurisdiction, holder } = post;
  return { post: postCode, role: kind as Role, departmentId, jurisdiction, holder, requestId, address };
}
