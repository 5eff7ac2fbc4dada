import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { persistence } from '../../src/app/persistence.js';
import { AUDIT_KEY } from '../../src/platform/audit/audit.module.js';
import { verifyAudit } from '../../src/platform/audit/verify-audit.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { writerOptions } from '../../src/platform/database/data-source-options.js';
import { migrate, pendingSchema } from '../../src/platform/database/migrate.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { columnsOf, contentOf, type Columns } from '../support/kept-columns.js';
import { startPostgres, type PostgresServer } from '../support/postgres.js';
import { accountOfVersion010, layVersion010 } from '../support/previous-version.js';

/** The list of migrations grows; everything else an upgrade only adds to. */
const GROWS = 'migration';

describe.each(DATABASES)('the database of version 0.1.0, upgraded on %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-upgrade-'));
  let server: PostgresServer | null = null;
  let variables: Record<string, string>;
  let source: DataSource;
  let before: { columns: Columns; content: Record<string, string> };
  let applied: string[];
  const ask = (sql: string) => source.query<Record<string, unknown>[]>(sql);
  const isPostgres = name === 'postgres';

  beforeAll(async () => {
    server = isPostgres ? await startPostgres() : null;
    const address = await server?.createDatabase();
    await layVersion010(name, folder, address);
    variables = {
      DIAODU_DATABASE: name,
      DIAODU_DATA_DIR: folder,
      DIAODU_OUT_DIR: join(folder, 'out'),
      DIAODU_LOG_LEVEL: 'silent',
      ...(address === undefined ? {} : { DATABASE_URL: address }),
    };
    source = await new DataSource(writerOptions(loadSettings(variables), persistence)).initialize();
    const columns = new Map(await columnsOf(ask, isPostgres));
    columns.delete(GROWS);
    before = { columns, content: await contentOf(ask, columns) };
    applied = await migrate(source);
  });
  afterAll(async () => {
    if (source.isInitialized) await source.destroy();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gets every migration since, and fits the entities', async () => {
    expect(applied.length).toBe(source.migrations.length - 19);
    expect(applied.length).toBeGreaterThan(0);
    expect(await pendingSchema(source)).toEqual([]);
  });

  it('keeps every table, every column and every row of it', async () => {
    const now = await columnsOf(ask, isPostgres);
    for (const [table, columns] of before.columns)
      expect({ table, columns: now.get(table) }).toEqual({
        table,
        columns: expect.arrayContaining([...columns]) as unknown,
      });
    expect(await contentOf(ask, before.columns)).toEqual(before.content);
  });

  it('can go back to what version 0.1.0 left, and forward again, without losing a row', async () => {
    for (let taken = 0; taken < applied.length; taken++) await source.undoLastMigration();
    expect(Object.fromEntries(await columnsOf(ask, isPostgres))).toMatchObject(
      Object.fromEntries(before.columns),
    );
    expect(await contentOf(ask, before.columns)).toEqual(before.content);
    expect(await migrate(source)).toEqual(applied);
    expect(await contentOf(ask, before.columns)).toEqual(before.content);
  });

  describe('with the program on it', () => {
    let test: TestApp;

    beforeAll(async () => {
      await source.destroy();
      test = await startTestApp(name, variables);
    });
    afterAll(() => test.close());

    it('the audit chain verifies from its first event', async () => {
      const verdict = await verifyAudit(test.db, test.app.get<Buffer>(AUDIT_KEY), null);
      expect(verdict).toMatchObject({ ok: true, faults: [] });
      expect(verdict.events).toBeGreaterThan(7_000);
    });

    it('an officer signs in with the password he had, finds the frozen months, and freezes the next', async () => {
      const headers = { origin: 'http://127.0.0.1' };
      const opened = await test.request('POST', '/api/v1/session', {
        body: accountOfVersion010(name),
        headers,
      });
      expect(opened.status).toBe(201);
      const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
      const see = async (address: string) =>
        (await test.request('GET', `/api/v1/${address}`, { headers: { cookie } })).body;
      const [ledger] = (await see('ledgers')).items;
      const rounds: { state: string }[] = await see(`rounds?ledger=${ledger.code}`);
      expect(rounds.filter(({ state }) => state === 'PUBLISHED')).toHaveLength(11);

      await test.holdDay('2023-12-31', '18:00');
      const body = { ledger: ledger.code, month: '2023-12' };
      const frozen = await test.request('POST', '/api/v1/rounds/freeze', {
        body,
        headers: { ...headers, cookie },
      });
      expect(frozen.body).toMatchObject({ month: '2023-12', tasks: 36 });
    });
  });
});
