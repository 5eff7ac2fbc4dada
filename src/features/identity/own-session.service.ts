import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { postNotGranted } from './identity.errors.js';
import { PasswordsService } from './passwords.service.js';
import type { SessionResponse, SignInOptionsResponse } from './present-session.js';
import { SessionService } from './session.service.js';
import { SessionView } from './session-view.service.js';
import { SignInDesk } from './sign-in-desk.js';
import { SignInOptions } from './sign-in-options.js';
import { SignInService } from './sign-in.service.js';

/** What somebody types to sign in. */
export interface SignInWish {
  username: string;
  password: string;
  code?: string;
}

/** What a person does with his own session; every deed answers with the session as it is then. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly desk: SignInDesk,
    private readonly signing: SignInService,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordsService,
    private readonly view: SessionView,
    private readonly optionsOf: SignInOptions,
  ) {}

  async options(): Promise<SignInOptionsResponse> {
    return this.optionsOf.read();
  }

  async signIn(wish: SignInWish, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse> {
    const begun = await this.signing.signIn(this.desk.attempt(request, wish));
    this.desk.admit(reply, begun);
    return this.view.of(begun.session, begun.failedBefore);
  }

  async show(session: OpenSession): Promise<SessionResponse> {
    return this.view.of(session);
  }

  async signOut(session: OpenSession, reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(session);
    this.desk.dismiss(reply);
  }

  /** A change of what one may do comes with a new token, so that an older copy of the cookie gains nothing by it. */
  async choosePost(
    session: OpenSession,
    post: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionResponse> {
    if (!(await this.sessions.choosePost(session, post))) throw postNotGranted(post);
    return this.renew(session, request, reply);
  }

  async changePassword(
    session: OpenSession,
    { current, next }: { current: string; next: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionResponse> {
    await this.passwords.changeOwn(session, current, next);
    return this.renew(session, request, reply);
  }

  /** The same session under a new token, which the browser gets. */
  async renew(session: OpenSession, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse> {
    const renewed = await this.sessions.renew(session, {
      address: request.ip,
      requestId: String(request.id),
    });
    this.desk.keep(reply, renewed.token);
    return this.view.of(renewed.session);
  }
}
