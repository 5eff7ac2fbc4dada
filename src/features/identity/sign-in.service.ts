import { Injectable } from '@nestjs/common';
import {
  accountFailed,
  addressFailed,
  networkOf,
  waitFor,
  type Failures,
} from '../../domain/access/sign-in-throttle.js';
import type { DomainError } from '../../domain/refusal.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { actAs } from '../../platform/auth/actor-context.js';
import { visitor } from '../../platform/auth/actor.js';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type AccountRecord } from './account.store.js';
import { Credentials, normalUsername, type Disproof } from './credentials.js';
import { isUnlooked, signInBlocked, signInFailed } from './identity.errors.js';
import { signInCodeRequired, signInCodeWrong } from './second-factor/second-factor.errors.js';
import { SessionService, type Begun } from './session.service.js';
import { SignInTime } from './sign-in-time.js';
import { ThrottleStore } from './throttle.store.js';

/** Who tries to sign in, with what, from where. */
export interface SignInAttempt {
  username: string;
  password: string;
  /** What the authenticator shows, or a recovery code; null where none was asked for yet. */
  code: string | null;
  address: string;
  userAgent: string;
  requestId: string;
  /** Cookie of a browser that has signed in before; null for a stranger. */
  device: string | null;
}

/** A session that began, the browser's cookie, and how often signing in to the account had failed before. */
export type SignedIn = Begun & { device: string; failedBefore: number };

/** Where failures of an attempt are counted. */
interface Counters {
  subject: string;
  /** Null for a known device: it neither suffers from nor adds to what strangers do from the same address. */
  address: string | null;
}

/** A count as it was before a try was claimed, and with it. */
interface Claim {
  before: Failures;
  claimed: Failures;
}

const REFUSALS: Record<Disproof, () => DomainError> = {
  FAILED: signInFailed,
  CODE_REQUIRED: signInCodeRequired,
  CODE_WRONG: signInCodeWrong,
};

/** Signing in with a user name and a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credentials: Credentials,
    private readonly throttle: ThrottleStore,
    private readonly sessions: SessionService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly time: SignInTime,
  ) {}

  /**
   * Gives a session and the browser's device cookie. Refuses a wrong name or password and a disabled account alike
   * (SIGN_IN_FAILED), and looks at no password while too much has failed (SIGN_IN_BLOCKED).
   */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    const account = await this.credentials.find(attempt.username);
    const counters = await this.countersOf(attempt, account);
    // Before the turn: a crowd waits for the database side by side, and only to be compared one after another.
    const claim = await this.claim(counters);
    const proved = await this.credentials
      .inTurn(() => this.judge(attempt, account, counters))
      .catch((error: unknown) => this.unlooked(error, counters, claim));
    // Whoever knows the password and now learns that a code is wanted has not guessed at anything.
    if (proved === 'CODE_REQUIRED') await this.giveBack(counters, claim);
    if (typeof proved === 'string') throw REFUSALS[proved]();
    await this.credentials.requireUsable(proved);
    const device = await this.deviceOf(attempt);
    const begun = await this.unitOfWork.run(async () => {
      await this.throttle.clear(counters.subject);
      await this.throttle.rememberDevice(tokenHash(device), proved.id, this.time.now());
      await this.credentials.signedIn(proved.id);
      return this.sessions.begin(proved, attempt);
    });
    return { ...begun, device, failedBefore: proved.failedSince };
  }

  private async judge(
    attempt: SignInAttempt,
    account: AccountRecord | null,
    counters: Counters,
  ): Promise<AccountRecord | Disproof> {
    // Others from the same address may have failed while this one waited for its turn.
    const wait = await this.waitOf(counters);
    if (wait > 0) throw signInBlocked(wait);
    const found = await this.credentials.prove(account, attempt.password, attempt.code);
    // Counted before the next one's turn comes, or a burst from one address would outrun its limit.
    if (found === 'FAILED' || found === 'CODE_WRONG') await this.failed(attempt, account, counters);
    return found;
  }

  /** A try whose password nobody has looked at, since too many waited or its address was held off, has not failed. */
  private async unlooked(error: unknown, counters: Counters, claim: Claim): Promise<never> {
    if (isUnlooked(error)) await this.giveBack(counters, claim);
    throw error;
  }

  /** How long the address of an attempt is still held off, milliseconds. */
  private async waitOf({ address }: Counters): Promise<number> {
    return address === null ? 0 : waitFor(await this.throttle.read(address), this.time.now());
  }

  private async countersOf(attempt: SignInAttempt, account: AccountRecord | null): Promise<Counters> {
    const device = attempt.device === null ? null : tokenHash(attempt.device);
    if (account && device && (await this.throttle.isKnownDevice(device, account.id))) {
      return { subject: `device:${device}`, address: null };
    }
    // What was typed as a user name may be a password in the wrong field, so only its hash is kept.
    const subject = account ? `account:${account.id}` : `name:${tokenHash(normalUsername(attempt.username))}`;
    return { subject, address: `address:${networkOf(attempt.address)}` };
  }

  /** The browser's own cookie where we gave it; one that somebody planted there is replaced. */
  private async deviceOf({ device }: SignInAttempt): Promise<string> {
    return device !== null && (await this.throttle.isIssued(tokenHash(device))) ? device : newToken();
  }

  /** Counts the try as failed before the password is looked at, so that a hundred tries at once are still counted. */
  private async claim(counters: Counters): Promise<Claim> {
    const now = this.time.now();
    return this.unitOfWork.run(async () => {
      const record = await this.throttle.take(counters.subject);
      const wait = Math.max(waitFor(record, now), await this.waitOf(counters));
      if (wait > 0) throw signInBlocked(wait);
      const claimed = accountFailed(record, now, this.time.rules);
      await this.throttle.write(counters.subject, claimed);
      return { before: record, claimed };
    });
  }

  private async giveBack({ subject }: Counters, { before, claimed }: Claim): Promise<void> {
    await this.unitOfWork.run(() => this.throttle.giveBack(subject, claimed, before));
  }

  private async failed(
    attempt: SignInAttempt,
    account: AccountRecord | null,
    { address }: Counters,
  ): Promise<void> {
    const now = this.time.now();
    await actAs(visitor('', attempt.address, attempt.requestId), () =>
      this.unitOfWork.run(async () => {
        if (address !== null) {
          await this.throttle.write(
            address,
            addressFailed(await this.throttle.take(address), now, this.time.rules),
          );
        }
        if (account) await this.credentials.countFailure(account.id);
        this.audit.record({
          operation: 'identity.signInFailed',
          objectKind: 'account',
          objectId: account?.id ?? 'unknown',
          after: { userAgent: attempt.userAgent.slice(0, 300) },
        });
      }),
    );
  }
}
