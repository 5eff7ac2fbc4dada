import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { needsSecondFactor } from '../../../domain/access/second-factor.js';
import type { OpenSession } from '../../../platform/auth/session-gate.js';
import { AccessConfig } from '../access-config.js';
import { AccountStore, type AccountRecord } from '../account.store.js';
import { accountNotFound } from '../identity.errors.js';
import { OwnSessionService } from '../own-session.service.js';
import { OwnTries } from '../own-tries.js';
import type { SessionResponse } from '../present-session.js';
import type { BoundSecondFactorResponse, SecondFactorResponse } from './present-second-factor.js';
import { SecondFactorService, type NewAuthenticator } from './second-factor.service.js';

/** What a person does with his own second factor, from a session of his. */
@Injectable()
export class OwnSecondFactorService {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly accounts: AccountStore,
    private readonly own: OwnSessionService,
    private readonly tries: OwnTries,
    private readonly rules: AccessConfig,
  ) {}

  async show({ accountId }: OpenSession): Promise<SecondFactorResponse> {
    const { duty } = await this.account(accountId);
    return {
      bound: await this.factors.isBound(accountId),
      required: needsSecondFactor(this.rules.twoFactor, duty),
      recoveryCodesLeft: await this.factors.recoveryCodesLeft(accountId),
    };
  }

  async begin({ accountId }: OpenSession): Promise<NewAuthenticator> {
    return this.factors.begin(accountId, (await this.account(accountId)).username);
  }

  /** What one may do changes with it, so the session goes on under a new token. */
  async confirm(
    session: OpenSession,
    code: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<BoundSecondFactorResponse> {
    const recoveryCodes = await this.tries.counted(session.accountId, () =>
      this.factors.confirm(session.accountId, code),
    );
    return { recoveryCodes, session: await this.own.renew(session, request, reply) };
  }

  async unbind(
    session: OpenSession,
    code: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.tries.counted(session.accountId, () => this.factors.unbind(session.accountId, code));
    return this.own.renew(session, request, reply);
  }

  private async account(id: string): Promise<AccountRecord> {
    const account = await this.accounts.one(id);
    if (!account) throw accountNotFound();
    return account;
  }
}
