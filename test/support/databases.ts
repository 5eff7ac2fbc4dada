import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import type { Settings } from '../../src/platform/config/settings.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { borrowDatabase } from './shared-postgres.js';

/** Both databases a spec is run on; the same spec, once each. */
export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** An empty, migrated database of its own for one spec file. */
export interface TestDatabase {
  db: Database;
  settings: Settings;
  /** What the program did instead of exiting: reasons given to fail-stop. */
  stops: string[];
  close(): Promise<void>;
}

/** Opens a fresh database, with settings of its own where given; on PostgreSQL one on the server all suites share, unless its address is given. */
export async function openTestDatabase(
  name: DatabaseName,
  variables: Record<string, string> = {},
): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-test-'));
  const borrowed = name === 'postgres' && !variables['DATABASE_URL'] ? await borrowDatabase() : null;
  const settings = loadSettings({
    DIAODU_DATABASE: name,
    DIAODU_DATA_DIR: folder,
    DIAODU_OUT_DIR: join(folder, 'out'),
    DATABASE_URL: borrowed?.address,
    DIAODU_LOG_LEVEL: 'silent',
    ...variables,
  });
  const stops: string[] = [];
  const db = await openDatabase(settings, persistence, (reason) => stops.push(reason));
  return {
    db,
    settings,
    stops,
    async close() {
      await db.close();
      await borrowed?.giveBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
