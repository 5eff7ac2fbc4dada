import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { readerOptions, writerOptions, type Persistence } from './data-source-options.js';
import { failStop, type FailStop } from './fail-stop.js';
import { migrate } from './migrate.js';
import { refuseWhileRestored } from './unfinished-restore.js';
import { sqliteConnection, UnitOfWork } from './unit-of-work.js';

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
  // From here on the unit of work waits, which leaves the event loop to everybody else.
  if (settings.DIAODU_DATABASE === 'sqlite') sqliteConnection(writing).pragma('busy_timeout = 0');
  const reading =
    settings.DIAODU_DATABASE === 'postgres'
      ? writing
      : await new DataSource(readerOptions(settings, persistence)).initialize();
  const database = new Database(
    new UnitOfWork(writing, stop, settings.DIAODU_SQLITE_WAIT_MS),
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
