import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { seeingAll } from '../../src/platform/database/sight.js';
import { freePort } from '../support/free-port.js';
import { CLERK_POST } from '../support/mass-data.js';
import { makeMassSession } from '../support/mass-session.js';
import { EvidenceClient } from './evidence-client.js';
import type { Place, Program, Running } from './program.js';
import { ask, until } from './tables.js';

const TOKEN = 'a clerk of the crash matrix';
/** What his browser sends. */
export const CLERK_COOKIE = `diaodu_session=${TOKEN}`;
/** Nothing but requests: what is measured and broken off here is the answer to a person. */
const SETTINGS = { DIAODU_JOBS: 'off', DIAODU_LOG_LEVEL: 'error' };

/** Lets a clerk sign in to a filled data folder, with the token above. */
export async function letClerkIn(data: string): Promise<void> {
  const db = await openDatabase(
    loadSettings({ DIAODU_DATA_DIR: data, DIAODU_LOG_LEVEL: 'silent' }),
    persistence,
  );
  await letClerkInto(db);
  await db.close();
}

/** The same for a database that is open. */
export function letClerkInto(db: Database): Promise<void> {
  return seeingAll('JOB', () => makeMassSession(db, CLERK_POST, TOKEN));
}

/** The browser of that clerk, in front of a service and one of its tasks. */
export function clerkAt(base: string, taskId: string): EvidenceClient {
  return new EvidenceClient(base, CLERK_COOKIE, taskId);
}

/** Starts the service on a folder that a clerk was let into, and waits until it answers. */
export async function startOffice(program: Program, place: Place): Promise<{ service: Running; clerk: EvidenceClient }> {
  const port = await freePort();
  const settings = { ...SETTINGS, ...place.settings, PORT: String(port) };
  const service = program.start('main.js', [], { ...place, settings });
  const base = `http://127.0.0.1:${port}`;
  const answers = () => fetch(`${base}/health/live`).then(({ ok }) => ok).catch(() => false);
  await until('the service to answer', answers, 60_000, 20);
  const taskId = ask<{ id: string }>(place.data, 'SELECT id FROM task ORDER BY id LIMIT 1')[0]?.id ?? '';
  return { service, clerk: clerkAt(base, taskId) };
} // prettier-ignore
