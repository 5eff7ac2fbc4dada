import { constants, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresServer } from '../test/support/postgres.js';

/** One database to measure on: a copy of filled tables that nobody else uses. */
export interface Place {
  /** Settings of the product for this database. */
  environment: Record<string, string>;
  /** SQLite file or PostgreSQL address, for statements written by hand. */
  address: string;
  remove(): Promise<void>;
}

/** Where databases are made and how a filled one is copied. */
export interface Edition {
  name: 'sqlite' | 'postgres';
  empty(): Promise<Place>;
  copy(of: Place): Promise<Place>;
}

let places = 0;

/** SQLite files in folders below one folder, so on one disk. */
export function sqliteEdition(root: string): Edition {
  const empty = async (): Promise<Place> => {
    const folder = join(root, `sqlite-${++places}`);
    mkdirSync(folder, { recursive: true });
    return {
      environment: common(folder, { DIAODU_DATABASE: 'sqlite' }),
      address: join(folder, 'diaodu.sqlite'),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  };
  return {
    name: 'sqlite',
    empty,
    copy: async (of) => {
      const place = await empty();
      copyFileSync(of.address, place.address, constants.COPYFILE_FICLONE);
      return place;
    },
  };
}

/** Databases of one PostgreSQL server. */
export function postgresEdition(server: PostgresServer, root: string): Edition {
  const placeAt = (address: string): Place => {
    const folder = join(root, `postgres-${++places}`);
    mkdirSync(folder, { recursive: true });
    return {
      environment: common(folder, { DIAODU_DATABASE: 'postgres', DATABASE_URL: address }),
      address,
      remove: async () => {
        await administer(address, (name) => `DROP DATABASE ${name}`);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return {
    name: 'postgres',
    empty: async () => placeAt(await server.createDatabase()),
    copy: async (of) => {
      const address = `${of.address}_${++places}`;
      await administer(address, (name) => `CREATE DATABASE ${name} TEMPLATE ${nameOf(of.address)}`);
      return placeAt(address);
    },
  };
}

function common(folder: string, own: Record<string, string>): Record<string, string> {
  return {
    ...own,
    DIAODU_DATA_DIR: folder,
    DIAODU_OUT_DIR: join(folder, 'out'),
    DIAODU_LOG_LEVEL: 'warn',
    DIAODU_JOBS: 'off',
  };
}

async function administer(address: string, statement: (name: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: address.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  await client.query(statement(nameOf(address)));
  // What was copied must not be written out while somebody is being measured.
  await client.query('CHECKPOINT');
  await client.end();
}

function nameOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}
