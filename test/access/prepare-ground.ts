import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListenProgressService } from '../../src/platform/http/progress/listen-progress.service.js';
import { startTestApp } from '../support/app.js';
import type { DatabaseName } from '../support/databases.js';
import { operationsOf } from './operations.js';
import { readPolicy } from './policy.js';
import { prepareOffice } from './prepared-office.js';
import { signEverybodyIn } from './principals.js';
import type { Ground } from './run-matrix.js';

/**
 * Starts the program on an office with everything a request can be about, and signs everybody in; `address` is that of a
 * database on another server than the one all suites share.
 */
export async function openGround(
  name: DatabaseName,
  address?: string,
): Promise<Ground & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-access-'));
  const test = await startTestApp(name, {
    DIAODU_BACKUP_DIR: folder,
    ...(address === undefined ? {} : { DATABASE_URL: address }),
  });
  // Nobody's progress is waited for.
  test.app.get(ListenProgressService).patienceMs = 0;
  const office = await prepareOffice(test);
  const principals = await signEverybodyIn(test);
  const close = async (): Promise<void> => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { test, office, principals, operations: await operationsOf(test), policy: readPolicy(), close };
}
