import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { keepAsTemplate, startPostgres } from './postgres.js';

/**
 * A process of its own: starts the server that the suites of a run share, makes the tables once, writes its port as one
 * line and stops with its standard input, so that it is never left behind, however the run ends. It promises nothing
 * across a power cut; suites about that have servers of their own.
 */
const server = await startPostgres(['-c', 'fsync=off', '-c', 'max_connections=300']);
const folder = mkdtempSync(join(tmpdir(), 'diaodu-template-'));
try {
  const address = await server.createDatabase();
  const settings = loadSettings({
    DIAODU_DATABASE: 'postgres',
    DATABASE_URL: address,
    DIAODU_DATA_DIR: folder,
  });
  await (await openDatabase(settings, persistence)).close();
  await keepAsTemplate(address);
  process.stdout.write(`${server.port}\n`);
  for await (const _ of process.stdin);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
