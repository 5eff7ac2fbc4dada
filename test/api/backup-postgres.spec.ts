import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { persistence } from '../../src/app/persistence.js';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { verifyAudit } from '../../src/platform/audit/verify-audit.js';
import { BackupShelf } from '../../src/platform/backup/backup-shelf.js';
import { postgresOf } from '../../src/platform/backup/postgres-place.js';
import { verifyBackup } from '../../src/platform/backup/verify-backup.js';
import { OfficeClock } from '../../src/platform/clock/office-clock.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import type { Settings } from '../../src/platform/config/settings.js';
import type { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { backUp, bringBack, filesIn, scratch } from '../support/backup.js';
import { openTestDatabase } from '../support/databases.js';
import { startDebianPostgres, type DebianPostgres } from '../support/debian-postgres.js';
import { describeOnDebianPostgres } from '../support/on-debian-postgres.js';

jest.setTimeout(120_000);

/** Tables that the restore itself writes to. */
const TOUCHED = ['audit_event', 'audit_head', 'app_lock', 'session'];
const EVENTS = 40;

describeOnDebianPostgres('backup and restore of the edition on PostgreSQL', (bin) => {
  const space = scratch();
  let server: DebianPostgres;
  let settings: Settings;
  let db: Database;

  const settingsOf = (url: string, folder: string, more: Record<string, string> = {}) =>
    loadSettings({
      DIAODU_DATABASE: 'postgres',
      DATABASE_URL: url,
      DIAODU_DATA_DIR: space.path(folder),
      DIAODU_PG_BIN: bin,
      DIAODU_LOG_LEVEL: 'silent',
      ...more,
    });

  beforeAll(async () => {
    server = await startDebianPostgres(bin);
    settings = settingsOf(await server.createDatabase('source'), 'source');
    db = await openDatabase(settings, persistence);
    const trail = new AuditTrail(db, new OfficeClock('Asia/Shanghai'), loadAuditKey(settings));
    for (let n = 0; n < EVENTS; n++) {
      await db.unitOfWork.run(async () => {
        await db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', [`name-${n}`, `值 ${n}`]);
        trail.record({ operation: 'test.deed', objectKind: 'test', objectId: String(n), after: { n } });
      });
    }
    await new FileStore(join(settings.DIAODU_DATA_DIR, 'files')).put(Buffer.from('堤防除险加固进展报告'));
  });
  afterAll(async () => {
    await db.close();
    server.stop();
    space.remove();
  });

  it('restore drill: everything is there again on an empty place, and the chain reaches the anchor kept elsewhere', async () => {
    const before = await hashesOf(settings.DATABASE_URL ?? '');
    const made = await backUp(settings, space.path('shelf'));
    const anchor = JSON.parse(readFileSync(join(made.folder, 'anchor.json'), 'utf8'));
    expect(anchor.seq).toBe(EVENTS);
    const target = settingsOf(await server.createDatabase('anew'), 'anew');
    const restored = await bringBack(target, { from: space.path('shelf'), to: target.DIAODU_DATA_DIR });
    expect(restored).toMatchObject({
      files: 1,
      auditEvents: EVENTS,
      migrated: [],
      tables: made.manifest.tables,
    });
    const after = await hashesOf(target.DATABASE_URL ?? '');
    for (const table of TOUCHED) {
      delete before[table];
      delete after[table];
    }
    expect(Object.keys(after).length).toBeGreaterThan(25);
    expect(after).toEqual(before);
    expect(filesIn(join(target.DIAODU_DATA_DIR, 'files'))).toEqual(filesIn(join(settings.DIAODU_DATA_DIR, 'files')).filter((file) => !file.startsWith('tmp'))); // prettier-ignore
    const opened = await openDatabase(target, persistence);
    const verdict = await verifyAudit(opened, loadAuditKey(target), anchor);
    const last = await opened.read('SELECT operation FROM audit_event ORDER BY seq DESC LIMIT 1');
    await opened.close();
    expect([verdict.ok, verdict.events, last]).toEqual([true, EVENTS + 1, [{ operation: 'backup.restore' }]]);
    process.stderr.write(`restored ${restored.auditEvents} audit events on PostgreSQL in ${restored.milliseconds.toFixed(0)} ms\n`); // prettier-ignore
  });

  it('has as many rows as the tables, whatever row-level security hides from whoever says nothing', async () => {
    const url = await server.createDatabase('walled', 'keeper');
    const walled = settingsOf(url, 'walled');
    await (await openDatabase(walled, persistence)).close();
    await asked(url, async (client) => {
      await client.query(`CREATE TABLE walled (path text)`);
      await client.query(`INSERT INTO walled SELECT '/' || n FROM generate_series(1, 100) AS n`);
      await client.query(
        `ALTER TABLE walled ENABLE ROW LEVEL SECURITY; ALTER TABLE walled FORCE ROW LEVEL SECURITY`,
      );
      await client.query(`CREATE POLICY wall ON walled USING (path LIKE current_setting('diaodu.jurisdiction', true) || '%')`); // prettier-ignore
      expect((await client.query('SELECT * FROM walled')).rowCount).toBe(0);
    });
    await asked(url, async (client) => {
      await client.query(`SET diaodu.jurisdiction = '/'`);
      await client.query(
        `INSERT INTO department (id, code, name, short_name, kind, path, is_enforcement_unit, is_responsible_department, version)
         VALUES ('d', 'D', 'D', 'D', 'GOVERNMENT', '/D/', 0, 0, 1)`,
      );
    });
    await asked(url, async (client) => {
      expect((await client.query('SELECT * FROM department')).rowCount).toBe(0);
    });
    const made = await backUp(walled, space.path('walled-shelf'));
    expect(made.manifest.tables).toMatchObject({ walled: 100, department: 1 });
    const target = settingsOf(await server.createDatabase('walled_anew', 'keeper'), 'walled-anew');
    const restored = await bringBack(target, {
      from: space.path('walled-shelf'),
      to: target.DIAODU_DATA_DIR,
    });
    expect(restored.tables).toMatchObject({ walled: 100, department: 1 });
  });

  it('is verified in a scratch database that goes afterwards, or by its list where the account may make none', async () => {
    const made = await backUp(settings, space.path('checked'));
    const shelf = new BackupShelf(space.path('checked'));
    const key = loadAuditKey(settings);
    const verdict = await verifyBackup(shelf, made.manifest.name, key, undefined, postgresOf(settings));
    expect(verdict).toMatchObject({ ok: true, faults: [], databaseCheck: 'SCRATCH', auditEvents: EVENTS });
    await asked(settings.DATABASE_URL ?? '', async (client) => {
      const left = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'diaodu_verify%'`);
      expect(left.rows).toEqual([]);
    });
    const poor = postgresOf(settingsOf(await server.createDatabase('poor', 'poor'), 'poor'));
    const listed = await verifyBackup(shelf, made.manifest.name, key, undefined, poor);
    expect(listed).toMatchObject({ ok: true, faults: [], databaseCheck: 'LIST', auditEvents: null });
  });

  it('names a changed archive, and refuses a place that is not empty or is of the other kind', async () => {
    const made = await backUp(settings, space.path('good'));
    const target = settingsOf(await server.createDatabase('refusing'), 'refusing');
    const restore = (from: string, to = target, folder = 'refusing') =>
      bringBack(to, { from, to: space.path(folder) });
    cpSync(space.path('good'), space.path('bad'), { recursive: true });
    appendFileSync(join(space.path('bad'), made.manifest.name, 'diaodu.dump'), '!');
    await expect(restore(space.path('bad'))).rejects.toMatchObject({ code: 'BACKUP_DAMAGED', details: { files: ['diaodu.dump'] } }); // prettier-ignore
    const full = { ...settings, DIAODU_DATA_DIR: space.path('elsewhere') };
    await expect(restore(space.path('good'), full, 'elsewhere')).rejects.toMatchObject({ code: 'RESTORE_DATABASE_NOT_EMPTY' }); // prettier-ignore
    expect(readdirSync(space.path('elsewhere'))).toEqual([]);
    const sqlite = { ...target, DIAODU_DATABASE: 'sqlite' as const };
    await expect(restore(space.path('good'), sqlite)).rejects.toMatchObject({
      code: 'RESTORE_OTHER_DATABASE',
    });
    await expect(backUp({ ...settings, DATABASE_URL: await server.createDatabase('bare') }, space.path('good'))).rejects.toMatchObject({ code: 'BACKUP_NOTHING' }); // prettier-ignore
  });

  it('keeps the service out while a restore is under way, and begins one that broke off anew', async () => {
    await backUp(settings, space.path('again'));
    const target = settingsOf(await server.createDatabase('again'), 'again-data');
    await asked(target.DATABASE_URL ?? '', async (client) => {
      await client.query('CREATE TABLE half (n int); CREATE TABLE diaodu_restoring (owner text)');
      await client.query(`INSERT INTO diaodu_restoring VALUES ('elsewhere/1/x')`);
    });
    await expect(openDatabase(target, persistence)).rejects.toMatchObject({ code: 'RESTORE_UNFINISHED' });
    const order = { from: space.path('again'), to: target.DIAODU_DATA_DIR };
    await expect(bringBack(target, order)).rejects.toMatchObject({ code: 'RESTORE_RUNNING' });
    await asked(target.DATABASE_URL ?? '', (client) => client.query(`DELETE FROM diaodu_restoring`));
    await expect(bringBack(target, order)).resolves.toMatchObject({ auditEvents: EVENTS });
  });

  it('says which program is missing, and shows what one that failed said', async () => {
    const without = { ...settings, DIAODU_PG_BIN: space.path('nothing-here') };
    await expect(backUp(without, space.path('none'))).rejects.toMatchObject({ code: 'BACKUP_TOOL_MISSING', details: { tool: 'pg_dump' } }); // prettier-ignore
    const made = await backUp(settings, space.path('broken'));
    const dump = join(made.folder, 'diaodu.dump');
    writeFileSync(dump, 'no archive');
    const manifest = join(made.folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8').replace(/("path": "diaodu.dump",\s+"sha256": ")\w+/, `$1${sha256('no archive')}`); // prettier-ignore
    writeFileSync(manifest, text);
    writeFileSync(`${manifest}.sha256`, sha256(text));
    const target = settingsOf(await server.createDatabase('broken'), 'broken-data');
    const refused = bringBack(target, { from: made.folder, to: target.DIAODU_DATA_DIR });
    await expect(refused).rejects.toMatchObject({ code: 'BACKUP_TOOL_FAILED', details: { said: expect.stringContaining('archive') } }); // prettier-ignore
    expect(existsSync(join(target.DIAODU_DATA_DIR, 'audit.key'))).toBe(false);
  });
});

describeOnDebianPostgres('a server newer than the programs', (bin) => {
  it('is not dumped', async () => {
    const test = await openTestDatabase('postgres', { DIAODU_PG_BIN: bin });
    const space = scratch();
    try {
      const refused = backUp(test.settings, space.path('shelf'));
      await expect(refused).rejects.toMatchObject({ code: 'BACKUP_TOOL_TOO_OLD', details: { server: 18 } });
    } finally {
      await test.close();
      space.remove();
    }
  });
});

async function asked<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await ask(client);
  } finally {
    await client.end();
  }
}

/** Hash of all rows of every table. */
async function hashesOf(url: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  await asked(url, async (client) => {
    const tables = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`); // prettier-ignore
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`SELECT * FROM "${name}"`);
      hashes[name] = sha256(rows.map((row) => JSON.stringify(row)).toSorted().join('\n')); // prettier-ignore
    }
  });
  return hashes;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
