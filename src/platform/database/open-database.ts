import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { readerOptions, writerOptions, type Persistence } from './data-source-options.js';
import { databaseCrowded } from './database-refusals.js';
import { failStop, type FailStop } from './fail-stop.js';
import { migrate } from './migrate.js';
import { refuseWhileRestored } from './unfinished-restore.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * Part of the connections that units of work may hold. Units of all processes wait for each other where the chain of audit
 * events is joined; if they could hold every connection, whoever only looks would wait with them.
 */
const SHARE_OF_UNITS = 0.6;

/**
 * Opens the database of the settings, brings its tables up to date and asserts that it keeps what is promised.
 * Refuses a database that is being filled from a backup; `isRestoring` is for whoever fills it.
 * On SQLite a second, read-only connection is opened so that questions never see uncommitted rows.
 */
export async function openDatabase(
  settings: Settings,
  persistence: Persistence,
  stop: FailStop = failStop,
  isRestoring = false,
): Promise<Database> {
  const writing = await new DataSource(writerOptions(settings, persistence)).initialize();
  if (!isRestoring) await refuseWhileRestored(writing);
  await migrate(writing);
  const reading =
    settings.DIAODU_DATABASE === 'postgres'
      ? writing
      : await new DataSource(readerOptions(settings, persistence)).initialize();
  const database = new Database(
    new UnitOfWork(writing, stop, undefined, placesOf(settings)),
    writing,
    reading,
  );
  try {
    await database.assertDurable();
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** A unit that finds no place in the time a deed may wait for a connection is refused like one that finds no connection. */
function placesOf({ DIAODU_PG_POOL, DIAODU_PG_WAIT_MS }: Settings): SemaphoreInterface {
  const places = Math.max(1, Math.floor(DIAODU_PG_POOL * SHARE_OF_UNITS));
  return withTimeout(new Semaphore(places), DIAODU_PG_WAIT_MS, databaseCrowded());
}
