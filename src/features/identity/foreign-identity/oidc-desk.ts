import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../../domain/refusal.js';
import { SecretBox } from '../../../platform/auth/secret-box.js';
import { SessionCookies } from '../../../platform/auth/session-cookie.js';
import { problemOf } from '../../../platform/http/problem.filter.js';
import { SignInDesk } from '../sign-in-desk.js';
import { SignInTime } from '../sign-in-time.js';
import { OidcClient, type OidcFlow } from './oidc-client.js';
import { movingPage, refusalPage } from './oidc-page.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { oidcRefused } from './oidc.errors.js';

const FLOW_SECONDS = 600;
const OWNER = 'oidc flow';

/** The browser's side of signing in by another service: it carries the flow in a sealed cookie, so the server keeps none. */
@Injectable()
export class OidcDesk {
  constructor(
    private readonly client: OidcClient,
    private readonly signing: OidcSignInService,
    private readonly desk: SignInDesk,
    private readonly cookies: SessionCookies,
    private readonly box: SecretBox,
    private readonly time: SignInTime,
  ) {}

  /** Sends the browser to the other service. */
  async begin(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    return this.asPage(reply, async () => {
      this.desk.requireSecure(request);
      const own = `${request.protocol}://${request.headers.host ?? ''}/api/v1/session/oidc/callback`;
      const { address, flow } = await this.client.begin(own);
      const sealed = this.box.seal(JSON.stringify({ ...flow, at: this.time.now() }), OWNER);
      this.cookies.set(reply, 'flow', sealed, FLOW_SECONDS);
      return movingPage(address, '正在转到统一身份认证…');
    });
  }

  /** Takes the browser back; it is good once, as the flow's cookie is taken from it. */
  async finish(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    return this.asPage(reply, async () => {
      const flow = this.flowOf(request);
      this.cookies.clear(reply, 'flow');
      const query = request.url.slice(request.url.indexOf('?'));
      const person = await this.client.finish(query, flow);
      const { token } = await this.signing.signIn(person, {
        address: request.ip,
        requestId: String(request.id),
        userAgent: request.headers['user-agent'] ?? '',
      });
      this.desk.keep(reply, token);
      return movingPage('/', '已登录，正在打开…');
    });
  }

  private flowOf(request: FastifyRequest): OidcFlow {
    const sealed = this.cookies.read(request, 'flow');
    const text = sealed === null ? null : this.box.open(sealed, OWNER);
    if (text === null || !request.url.includes('?')) throw oidcRefused();
    const flow = JSON.parse(text) as OidcFlow & { at: number };
    if (this.time.now() - flow.at > FLOW_SECONDS * 1000) throw oidcRefused();
    return flow;
  }

  /** A person looks at this answer, not a program: a refusal is a page too. */
  private async asPage(reply: FastifyReply, deed: () => Promise<string>): Promise<string> {
    void reply.header('content-type', 'text/html; charset=utf-8');
    try {
      return await deed();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      void reply.status(problemOf(error).status);
      return refusalPage(error.message, error.code);
    }
  }
}
