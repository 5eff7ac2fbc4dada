import pg from 'pg';
import { verifyAudit, type AuditAnchor } from '../audit/verify-audit.js';
import { sqlForPostgres } from '../database/placeholders.js';
import { RESTORING_TABLE } from '../database/unfinished-restore.js';
import { backupRefusal } from './backup.errors.js';
import type { DatabaseFacts, Inspection } from './database-facts.js';
import { withClient, type PostgresPlace } from './postgres-place.js';
import { requireFittingTool, runTool } from './postgres-tools.js';

const TABLES = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() AND c.relname <> '${RESTORING_TABLE}' ORDER BY 1`;

/**
 * Writes an archive of the database as of one moment, while others go on writing: rows are counted in the very snapshot
 * that pg_dump reads, so the counts of the manifest are those of the archive.
 */
export async function dumpPostgres(place: PostgresPlace, to: string): Promise<DatabaseFacts> {
  return withClient(place, async (client) => {
    await requireFittingTool(place, await serverMajor(client));
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (!(await tablesOf(client)).includes('migration')) throw backupRefusal('BACKUP_NOTHING');
    const snapshot = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const facts = await postgresFacts(client);
    await runTool(place, 'pg_dump', [
      '--format=custom',
      `--snapshot=${snapshot.rows[0]?.id}`,
      '--enable-row-security',
      '--no-owner',
      '--no-privileges',
      `--file=${to}`,
    ]);
    await client.query('COMMIT');
    return facts;
  });
}

/** Looks a database through that was made from an archive: rows of each table and, with the key, the audit chain. */
export async function inspectPostgres(
  place: PostgresPlace,
  key: Buffer | null,
  anchor: AuditAnchor | null,
): Promise<Inspection> {
  return withClient(place, async (client) => {
    const read = async <Row>(sql: string, values: unknown[] = []) =>
      (await client.query(sqlForPostgres(sql), values)).rows as Row[];
    const audit = key === null ? null : await verifyAudit({ read }, key, anchor);
    return { ...(await postgresFacts(client)), faults: [], audit };
  });
}

/** Tables of the database; the note of a restore is none of them. */
export async function tablesOf(client: pg.Client): Promise<string[]> {
  return (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
}

async function postgresFacts(client: pg.Client): Promise<DatabaseFacts> {
  const tables: Record<string, number> = {};
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*) AS n FROM ${pg.escapeIdentifier(table)}`,
    );
    tables[table] = Number(rows[0]?.n ?? 0);
  }
  const migrations = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY timestamp');
  const head = await client.query<AuditAnchor>(`SELECT seq, hash FROM audit_head WHERE id = 'chain'`);
  const { seq, hash } = head.rows[0] ?? { seq: 0, hash: '' };
  return { migrations: migrations.rows.map(({ name }) => name), tables, anchor: { seq: Number(seq), hash } };
}

async function serverMajor(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
  return Math.floor(Number(rows[0]?.server_version_num ?? 0) / 10_000);
}
