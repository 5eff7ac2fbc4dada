import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestWithActor } from './access.guard.js';
import type { OpenSession } from './session-gate.js';

/** The caller's own session; on routes of signed-in callers only. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): OpenSession => {
  const { session } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!session) throw new Error('route without a session asks for one');
  return session;
});
