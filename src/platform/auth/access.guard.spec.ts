import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { Settings } from '../config/settings.js';
import { AccessGuard } from './access.guard.js';
import { visitor, type Actor } from './actor.js';
import { Can } from './can.js';
import { SessionCookies } from './session-cookie.js';
import { SessionGate, type ClosedReason, type OpenSession } from './session-gate.js';

class Routes {
  @Can('CLERK')
  clerks(): void {}

  @Can('SIGNED_IN')
  own(): void {}

  @Can('ANYONE')
  open(): void {}

  undeclared(): void {}
}

const clerk: Actor = { ...visitor('经办人', '10.0.0.1', '1'), post: 'YFB-CLERK', role: 'CLERK' };
const session = (actor: Actor, mustDo: OpenSession['mustDo'] = null): OpenSession => ({
  id: 's', accountId: 'a', actor, mustDo,
}); // prettier-ignore

/** A gate that knows the sessions it is given, by token. */
class Gate extends SessionGate {
  constructor(private readonly known: Record<string, OpenSession | ClosedReason>) {
    super();
  }

  async open(token: string): Promise<OpenSession | ClosedReason> {
    return this.known[token] ?? 'UNKNOWN';
  }
}

const guard = new AccessGuard(
  new Reflector(),
  new Gate({
    clerk: session(clerk),
    first: session(clerk, 'PASSWORD'),
    bare: session(clerk, 'SECOND_FACTOR'),
    former: session(visitor('前任', '10.0.0.1', '1')),
    head: session({ ...clerk, role: 'HEAD' }),
    idle: 'IDLE',
  }),
  new SessionCookies(new Settings()),
  new Settings(),
);

const asking = (route: keyof Routes, token?: string): ExecutionContext =>
  ({
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({
      getRequest: () => ({ cookies: token ? { diaodu_session: token } : {}, id: '1', ip: '127.0.0.1' }),
    }),
  }) as unknown as ExecutionContext;

describe('the guard of every route', () => {
  it('lets nobody into a route that does not say who may call (ROUTE_WITHOUT_PERMISSION)', async () => {
    await expect(guard.canActivate(asking('undeclared', 'clerk'))).rejects.toMatchObject({
      kind: 'FORBIDDEN',
      code: 'ROUTE_WITHOUT_PERMISSION',
    });
  });

  it('asks for a live session and says why there is none (SIGN_IN_REQUIRED)', async () => {
    const refused = { kind: 'UNAUTHENTICATED', code: 'SIGN_IN_REQUIRED' };
    await expect(guard.canActivate(asking('clerks'))).rejects.toMatchObject(refused);
    await expect(guard.canActivate(asking('clerks', 'forged'))).rejects.toMatchObject(refused);
    await expect(guard.canActivate(asking('own', 'idle'))).rejects.toMatchObject({
      ...refused,
      details: { reason: 'IDLE' },
    });
  });

  it('lets in whose role is named, and nobody else (ROLE_NOT_ALLOWED)', async () => {
    expect(await guard.canActivate(asking('clerks', 'clerk'))).toBe(true);
    await expect(guard.canActivate(asking('clerks', 'head'))).rejects.toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect(await guard.canActivate(asking('open'))).toBe(true);
  });

  it('lets somebody with a first password or without a post deal with his own session only', async () => {
    expect(await guard.canActivate(asking('own', 'first'))).toBe(true);
    expect(await guard.canActivate(asking('own', 'former'))).toBe(true);
    await expect(guard.canActivate(asking('clerks', 'first'))).rejects.toMatchObject({
      code: 'PASSWORD_CHANGE_REQUIRED',
    });
    expect(await guard.canActivate(asking('own', 'bare'))).toBe(true);
    await expect(guard.canActivate(asking('clerks', 'bare'))).rejects.toMatchObject({
      code: 'SECOND_FACTOR_REQUIRED',
    });
    await expect(guard.canActivate(asking('clerks', 'former'))).rejects.toMatchObject({
      code: 'NO_POST_HELD',
    });
  });
});
