import { join } from 'node:path';
import pg from 'pg';
import type { AuditAnchor } from '../audit/verify-audit.js';
import type { Settings } from '../config/settings.js';
import { RESTORING_TABLE } from '../database/unfinished-restore.js';
import { isDead, thisOwner } from '../jobs/run-owner.js';
import { inspectInThread } from './ask-database-thread.js';
import { backupRefusal } from './backup.errors.js';
import { loadDump } from './check-dump.js';
import type { Inspection } from './database-facts.js';
import { DATABASE_PART, DUMP_PART } from './manifest.js';
import { inspectPostgres, tablesOf } from './postgres-facts.js';
import { postgresOf, withClient, type PostgresPlace } from './postgres-place.js';

/** What the two databases do differently when they are restored. */
export interface RestoredDatabase {
  /** Refuses what is not empty and keeps everybody else out. */
  take(): Promise<void>;
  /** Fills the database from the part that lies in the staging folder, and looks it through. */
  fill(staging: string, key: Buffer, anchor: AuditAnchor): Promise<Inspection>;
  /** Lets others in. */
  release(): Promise<void>;
  /** Leaves it as empty as it was. */
  abandon(): Promise<void>;
}

/** The database the settings mean; refuses (RESTORE_OTHER_DATABASE) a backup of the other kind. */
export function restoredDatabase(settings: Settings, part: string): RestoredDatabase {
  const place = postgresOf(settings);
  if ((place === null) !== (part === DATABASE_PART)) throw backupRefusal('RESTORE_OTHER_DATABASE');
  return place === null ? sqliteFile() : postgresDatabase(place);
}

/** The file is prepared in the staging folder, which is the lock and goes with it. */
function sqliteFile(): RestoredDatabase {
  const nothing = () => Promise.resolve();
  return {
    take: nothing,
    fill: (staging, key, anchor) => inspectInThread(join(staging, DATABASE_PART), key, anchor),
    release: nothing,
    abandon: nothing,
  };
}

/** A note in the database itself is the lock: no service opens it while the note is there. */
function postgresDatabase(place: PostgresPlace): RestoredDatabase {
  return {
    take: () => withClient(place, takeEmpty),
    async fill(staging, key, anchor) {
      await loadDump(place, join(staging, DUMP_PART));
      return inspectPostgres(place, key, anchor);
    },
    release: () =>
      withClient(place, async (client) => void (await client.query(`DROP TABLE ${RESTORING_TABLE}`))),
    abandon: () => withClient(place, clear),
  };
}

async function takeEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ note: string | null }>(
    `SELECT to_regclass('${RESTORING_TABLE}') AS note`,
  );
  if (rows[0]?.note) {
    const owners = await client.query<{ owner: string }>(`SELECT owner FROM ${RESTORING_TABLE}`);
    if (owners.rows.some(({ owner }) => !isDead(owner))) throw backupRefusal('RESTORE_RUNNING');
    await clear(client);
  }
  if ((await tablesOf(client)).length > 0) throw backupRefusal('RESTORE_DATABASE_NOT_EMPTY');
  await client.query(`CREATE TABLE ${RESTORING_TABLE} (owner text NOT NULL)`);
  await client.query(`INSERT INTO ${RESTORING_TABLE} VALUES ($1)`, [thisOwner()]);
}

/** Everything in it came with this restore, since it was empty when the note was made. */
async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string }>('SELECT current_schema() AS schema');
  const schema = pg.escapeIdentifier(rows[0]?.schema ?? 'public');
  await client.query(`DROP SCHEMA ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema}`);
}
