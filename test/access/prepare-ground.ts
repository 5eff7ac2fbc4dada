import { ListenProgressService } from '../../src/platform/http/progress/listen-progress.service.js';
import type { TestApp } from '../support/app.js';
import { operationsOf } from './operations.js';
import type { Rule } from './policy.js';
import { prepareOffice } from './prepared-office.js';
import { signEverybodyIn } from './principals.js';
import type { Ground } from './run-matrix.js';

/** An office with everything a request can be about, and everybody signed in. */
export async function prepareGround(test: TestApp, policy: readonly Rule[]): Promise<Ground> {
  // Nobody's progress is waited for.
  test.app.get(ListenProgressService).patienceMs = 0;
  const office = await prepareOffice(test);
  const principals = await signEverybodyIn(test);
  return { test, office, principals, operations: await operationsOf(test), policy };
}
