import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES, openTestDatabase } from '../support/databases.js';
import { diaoduCommand } from '../support/diaodu-command.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OfficeDay } from '../../src/platform/clock/office-day.js';

const REGISTER = ['--no-warnings', '--import', '@swc-node/register/esm-register'];

describe.each(DATABASES)('what the platform refuses on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
  });
  afterAll(() => test.close());

  it('a request of nobody, and one with a session that was never begun (SIGN_IN_REQUIRED)', async () => {
    const refused = { status: 401, body: { code: 'SIGN_IN_REQUIRED', details: { reason: 'UNKNOWN' } } };
    expect(await test.request('GET', '/api/v1/tasks')).toMatchObject(refused);
    const forged = await test.request('GET', '/api/v1/tasks', {
      headers: { cookie: 'diaodu_session=forged' },
    });
    expect(forged).toMatchObject(refused);
  });

  it('a file above the limit (UPLOAD_TOO_LARGE)', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 'x');
    const answer = await test.request(
      'POST',
      '/api/v1/ledger-imports?year=2023',
      upload('large.csv', large, CLERK),
    );
    expect(answer.body).toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
  });

  it('a body it does not know (MEDIA_TYPE_NOT_ACCEPTED)', async () => {
    const answer = await test.request('POST', '/api/v1/tasks', {
      as: CLERK,
      body: '<task/>',
      headers: { 'content-type': 'application/xml' },
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE_NOT_ACCEPTED' } });
  });

  it('to set the office day of real data (OFFICE_DAY_REFUSED)', async () => {
    const set = test.app.get(OfficeDay).hold('2023-12-20');
    await expect(set).rejects.toMatchObject({ kind: 'FORBIDDEN', code: 'OFFICE_DAY_REFUSED' });
  });
});

describe('what the storage refuses', () => {
  it('a unit of work while another program holds the file (DATABASE_BUSY), and not after', async () => {
    const test = await openTestDatabase('sqlite');
    const [{ file }] = (await test.db.read<{ file: string }>('PRAGMA database_list')) as [{ file: string }];
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const put = () =>
      new UnitOfWork(test.db.source, (reason) => test.stops.push(reason), 50).run(async () => 'done');
    await expect(put()).rejects.toMatchObject({ kind: 'UNAVAILABLE', code: 'DATABASE_BUSY' });
    other.exec('ROLLBACK');
    other.close();
    expect(await put()).toBe('done');
    expect(test.stops).toEqual([]);
    await test.close();
  }, 60_000);

  it('to go on after a storage fault: one document on stderr, exit 70 (STORAGE_FAILED)', () => {
    const program = `import('./src/platform/database/fail-stop.ts').then((m) => m.failStop('disk full'))`;
    const done = spawnSync('node', [...REGISTER, '--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(done.status).toBe(70);
    expect(JSON.parse(done.stderr)).toEqual({
      code: 'STORAGE_FAILED',
      message: '存储故障，服务已停止：disk full。',
    });
  }, 60_000);
});

it.each(DATABASES)(
  'tables that are not those of the program are told of on %s (SCHEMA_DIFFERS)',
  async (name) => {
    const test = await openTestDatabase(name);
    const { DIAODU_DATA_DIR, DATABASE_URL = '' } = test.settings;
    const env = { ...process.env, DIAODU_DATABASE: name, DIAODU_DATA_DIR, DATABASE_URL };
    const check = () =>
      spawnSync('node', [...diaoduCommand(), 'migrate', '--check', '--json'], { encoding: 'utf8', env });
    try {
      expect(check().status).toBe(0);
      await test.db.source.query('ALTER TABLE task ADD COLUMN stray text');
      const differing = check();
      expect(differing.status).toBe(1);
      expect(JSON.parse(differing.stdout)).toMatchObject({ ok: false });
      expect(JSON.parse(differing.stderr)).toMatchObject({ code: 'SCHEMA_DIFFERS' });
    } finally {
      await test.close();
    }
  },
  60_000,
);
