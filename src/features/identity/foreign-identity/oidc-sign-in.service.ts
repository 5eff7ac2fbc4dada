import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../domain/refusal.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { actAs } from '../../../platform/auth/actor-context.js';
import { visitor } from '../../../platform/auth/actor.js';
import type { CallerTraits } from '../../../platform/auth/session-gate.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { AccountRecord } from '../account.store.js';
import { Credentials } from '../credentials.js';
import { SessionService, type Begun } from '../session.service.js';
import { SignInTime } from '../sign-in-time.js';
import { ForeignIdentityStore } from './foreign-identity.store.js';
import type { ForeignPerson } from './oidc-client.js';
import { oidcAccountUnknown, oidcSubjectDiffers } from './oidc.errors.js';

/** Signing in as whom another service has proved. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly identities: ForeignIdentityStore,
    private readonly credentials: Credentials,
    private readonly sessions: SessionService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly time: SignInTime,
  ) {}

  /**
   * Begins a session for the account of that user name; makes none. The first sign-in ties the account to the person,
   * later ones must be the same person's.
   */
  async signIn(person: ForeignPerson, caller: CallerTraits & { userAgent: string }): Promise<Begun> {
    const account = await this.credentials.find(person.username);
    try {
      return await this.admit(account, person, caller);
    } catch (error) {
      if (error instanceof DomainError) await this.refused(account, error, caller);
      throw error;
    }
  }

  private async admit(
    account: AccountRecord | null,
    person: ForeignPerson,
    caller: CallerTraits & { userAgent: string },
  ): Promise<Begun> {
    if (account?.state !== 'ACTIVE') throw oidcAccountUnknown(person.username);
    await this.credentials.requireUsable(account);
    return this.unitOfWork.run(async () => {
      if (!(await this.identities.tie(account.id, person, this.time.now()))) throw oidcSubjectDiffers();
      await this.credentials.signedIn(account.id);
      return this.sessions.begin(account, caller, 'OIDC');
    });
  }

  private async refused(
    account: AccountRecord | null,
    { code }: DomainError,
    { address, requestId, userAgent }: CallerTraits & { userAgent: string },
  ): Promise<void> {
    await actAs(visitor('', address, requestId), () =>
      this.unitOfWork.run(async () =>
        this.audit.record({
          operation: 'identity.signInFailed',
          objectKind: 'account',
          objectId: account?.id ?? 'unknown',
          after: { userAgent: userAgent.slice(0, 300), means: 'OIDC', code },
        }),
      ),
    );
  }
}
