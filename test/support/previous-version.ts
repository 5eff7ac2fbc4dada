import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import type { DatabaseName } from './databases.js';

const HOME = 'test/data/version-0.1.0';

/** An officer of the older database, with the password he has had since then. */
export interface OldAccount {
  username: string;
  password: string;
}

/** Who can sign in to the older database. */
export function accountOfVersion010(name: DatabaseName): OldAccount {
  const accounts = JSON.parse(readFileSync(join(HOME, 'accounts.json'), 'utf8')) as Record<
    DatabaseName,
    OldAccount
  >;
  return accounts[name];
}

/** Lays what version 0.1.0 left into a data folder and, on PostgreSQL, into the empty database at this address. */
export async function layVersion010(name: DatabaseName, folder: string, address?: string): Promise<void> {
  if (name === 'sqlite') {
    writeFileSync(join(folder, 'diaodu.sqlite'), unpacked('diaodu.sqlite.br'));
    copyFileSync(join(HOME, 'audit.key'), join(folder, 'audit.key'));
    return;
  }
  copyFileSync(join(HOME, 'audit-postgres.key'), join(folder, 'audit.key'));
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(unpacked('postgres.sql.br').toString('utf8'));
  await client.end();
}

function unpacked(file: string): Buffer {
  return brotliDecompressSync(readFileSync(join(HOME, file)));
}
