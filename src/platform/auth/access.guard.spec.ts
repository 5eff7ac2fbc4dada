import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { AccessGuard } from './access.guard.js';
import { ActorDirectory } from './actor-directory.js';
import { Can } from './can.js';

class Routes {
  @Can('CLERK')
  declared(): void {}

  undeclared(): void {}
}

class NoPosts extends ActorDirectory {
  async actorOf(): Promise<null> {
    return null;
  }
}

const asking = (route: 'declared' | 'undeclared', headers: object = {}): ExecutionContext =>
  ({
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => ({ headers, id: '1', ip: '127.0.0.1' }) }),
  }) as unknown as ExecutionContext;

describe('the guard of every route', () => {
  const guard = new AccessGuard(new Reflector(), new NoPosts());

  it('lets nobody into a route that does not say who may call (ROUTE_WITHOUT_PERMISSION)', async () => {
    await expect(guard.canActivate(asking('undeclared'))).rejects.toMatchObject({
      kind: 'FORBIDDEN',
      code: 'ROUTE_WITHOUT_PERMISSION',
    });
  });

  it('asks for a post, and for one that is held', async () => {
    await expect(guard.canActivate(asking('declared'))).rejects.toMatchObject({ code: 'ACTOR_MISSING' });
    const unknown = guard.canActivate(asking('declared', { 'x-diaodu-post': 'NO-ONE' }));
    await expect(unknown).rejects.toMatchObject({ code: 'ACTOR_UNKNOWN' });
  });
});
