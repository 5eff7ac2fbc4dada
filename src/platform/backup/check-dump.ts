import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { AuditAnchor } from '../audit/verify-audit.js';
import type { Inspection } from './database-facts.js';
import { inspectPostgres } from './postgres-facts.js';
import { withClient, withDatabase, type PostgresPlace } from './postgres-place.js';
import { runTool } from './postgres-tools.js';

/** How thoroughly the copy of the database was looked through. */
export type DatabaseCheck = 'WHOLE' | 'SCRATCH' | 'LIST';

/**
 * Looks an archive through. Where the account may make databases, it is brought back into a scratch database on the same
 * server, which goes afterwards; elsewhere only the archive's own list is read, and null is given for what it holds.
 */
export async function checkDump(
  place: PostgresPlace,
  file: string,
  key: Buffer | null,
  anchor: AuditAnchor | null,
): Promise<{ check: DatabaseCheck; found: Inspection | null; listed: string[] }> {
  const listed = tablesListed(await runTool(place, 'pg_restore', ['--list', file]));
  const scratch = await makeScratch(place);
  if (!scratch) return { check: 'LIST', found: null, listed };
  try {
    await loadDump(scratch, file);
    return { check: 'SCRATCH', found: await inspectPostgres(scratch, key, anchor), listed };
  } finally {
    await withClient(place, (client) => client.query(`DROP DATABASE ${databaseOf(scratch)} WITH (FORCE)`));
  }
}

/** Fills an empty database from an archive: all of it or nothing. */
export async function loadDump(place: PostgresPlace, file: string): Promise<void> {
  const database = decodeURIComponent(new URL(place.url).pathname.slice(1));
  const words = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];
  await runTool(place, 'pg_restore', [...words, `--dbname=${database}`, file]);
}

/** A database for this once with the order of text of ours; null where the account may not make any. */
async function makeScratch(place: PostgresPlace): Promise<PostgresPlace | null> {
  const scratch = withDatabase(place, `diaodu_verify_${randomBytes(6).toString('hex')}`);
  return withClient(place, async (client) => {
    const { rows } = await client.query<{ may: boolean; collate: string; ctype: string }>(
      `SELECT rolsuper OR rolcreatedb AS may, datcollate AS collate, datctype AS ctype
         FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    );
    const [known] = rows;
    if (!known?.may) return null;
    const [collate, ctype] = [known.collate, known.ctype].map((name) => pg.escapeLiteral(name));
    await client.query(
      `CREATE DATABASE ${databaseOf(scratch)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE ${collate} LC_CTYPE ${ctype}`,
    );
    return scratch;
  });
}

function databaseOf({ url }: PostgresPlace): string {
  return pg.escapeIdentifier(new URL(url).pathname.slice(1));
}

/** Tables whose rows an archive's list names: `3456; 0 16412 TABLE DATA public task owner`. */
function tablesListed(list: string): string[] {
  return [...list.matchAll(/^\d+; \d+ \d+ TABLE DATA \S+ (\S+) /gm)]
    .map(([, table]) => table ?? '')
    .toSorted();
}
