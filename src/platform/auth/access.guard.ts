import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/refusal.js';
import type { Actor } from './actor.js';
import { ActorDirectory } from './actor-directory.js';
import { CAN, type Caller } from './can.js';

/** Names the actor until sign-in exists; the service listens on loopback only for as long. */
export const POST_HEADER = 'x-diaodu-post';

/** A request with its actor, set by the guard. */
export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** The one guard of the program: no declared caller, no entry; no known post, no entry. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly directory: ActorDirectory,
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
    const actor = await this.actorOf(request);
    if (!callers.includes(actor.role))
      throw new DomainError('FORBIDDEN', 'ROLE_NOT_ALLOWED', '您的岗位无权办理此事项。');
    request.actor = actor;
    return true;
  }

  private async actorOf(request: RequestWithActor): Promise<Actor> {
    const post = request.headers[POST_HEADER];
    if (typeof post !== 'string' || post === '') {
      throw new DomainError('FORBIDDEN', 'ACTOR_MISSING', `请求未注明办理岗位（请求头 ${POST_HEADER}）。`);
    }
    const known = await this.directory.actorOf(post);
    if (!known) throw new DomainError('FORBIDDEN', 'ACTOR_UNKNOWN', `岗位“${post}”不存在或者今日不在任。`);
    return { ...known, requestId: String(request.id), address: request.ip };
  }
}
