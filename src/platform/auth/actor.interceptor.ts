import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { actAs } from './actor-context.js';
import type { RequestWithActor } from './access.guard.js';

/** Runs the handler in the name of the request's actor, so that audit and policies see who acts. */
@Injectable()
export class ActorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
    if (!actor) return next.handle();
    return new Observable((subscriber) => actAs(actor, () => next.handle().subscribe(subscriber)));
  }
}
