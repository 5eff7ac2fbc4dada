import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { MustDo } from '../../domain/access/second-factor.js';
import { DomainError } from '../../domain/refusal.js';
import type { Actor } from './actor.js';
import { Settings } from '../config/settings.js';
import { CAN, type Caller } from './can.js';
import { isSecretOf, tokenHash } from './secret-token.js';
import { SessionCookies } from './session-cookie.js';
import { SessionGate, type ClosedReason, type OpenSession } from './session-gate.js';

/** A request with its session and actor, set by the guard. */
export type RequestWithActor = FastifyRequest & { actor?: Actor; session?: OpenSession };

/** The one guard of the program: no declared caller, no entry; no live session of a post that may call, no entry. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly gate: SessionGate,
    private readonly cookies: SessionCookies,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const callers = this.reflector.getAllAndOverride<Caller[] | undefined>(CAN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!callers)
      throw new DomainError('FORBIDDEN', 'ROUTE_WITHOUT_PERMISSION', '该接口未声明权限，已拒绝访问。');
    if (callers.includes('ANYONE')) return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    if (callers.includes('SCRAPER') && this.showsToken(request)) return true;
    const session = await this.sessionOf(request);
    request.session = session;
    request.actor = session.actor;
    if (callers.includes('SIGNED_IN')) return true;
    requireEntry(session, callers);
    return true;
  }

  private showsToken({ headers }: RequestWithActor): boolean {
    const { DIAODU_METRICS_TOKEN: token } = this.settings;
    if (token === undefined) return false;
    return isSecretOf(tokenHash(`Bearer ${token}`), headers.authorization ?? '');
  }

  private async sessionOf(request: RequestWithActor): Promise<OpenSession> {
    const token = this.cookies.read(request, 'session');
    if (token === null) throw signInRequired('UNKNOWN');
    const opened = await this.gate.open(token, { address: request.ip, requestId: String(request.id) });
    if (typeof opened === 'string') throw signInRequired(opened);
    return opened;
  }
}

function requireEntry({ actor, mustDo }: OpenSession, callers: readonly Caller[]): void {
  if (mustDo !== null) throw firstThingsFirst(mustDo);
  if (actor.role === 'VISITOR') {
    throw new DomainError(
      'FORBIDDEN',
      'NO_POST_HELD',
      '您今日不在任何岗位上，不能办理业务；如有疑问请联系安全管理员。',
    );
  }
  if (!(callers as readonly string[]).includes(actor.role)) {
    throw new DomainError('FORBIDDEN', 'ROLE_NOT_ALLOWED', '您的岗位无权办理此事项。');
  }
}

function firstThingsFirst(mustDo: MustDo): DomainError {
  return mustDo === 'PASSWORD'
    ? new DomainError('FORBIDDEN', 'PASSWORD_CHANGE_REQUIRED', '请先修改口令，修改后即可办理业务。')
    : new DomainError('FORBIDDEN', 'SECOND_FACTOR_REQUIRED', '请先绑定动态口令，绑定后即可办理业务。');
}

/** The refusal of whoever has no live session, with why. */
export function signInRequired(reason: ClosedReason): DomainError {
  return new DomainError('UNAUTHENTICATED', 'SIGN_IN_REQUIRED', '尚未登录或者登录已失效，请重新登录。', {
    reason,
  });
}
