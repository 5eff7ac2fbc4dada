import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { createApp } from '../../src/app/create-app.js';
import { persistence } from '../../src/app/persistence.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { BackupJob } from '../../src/platform/backup/backup.job.js';
import { BackupShelf } from '../../src/platform/backup/backup-shelf.js';
import { verifyBackup } from '../../src/platform/backup/verify-backup.js';
import { Settings } from '../../src/platform/config/settings.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { AUDIT_KEY } from '../../src/platform/audit/audit.module.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { backUp, bringBack, filesIn, readPair, scratch, tableHashes } from '../support/backup.js';
import { issuedLedger } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

const SYSADMIN = 'SYSADMIN';
const AUDITOR = 'AUDITOR';

const ROWS = [
  ['1', '一、示范', '（一）', '编制方案', '区司法局', '区财政局', '2023年6月底前'],
  ['2', '一、示范', '（一）', '开展培训', '区教育局', '', '2023年9月底前'],
];

describe('backup and restore of the embedded edition', () => {
  const space = scratch();
  let test: TestApp;
  let settings: Settings;
  let key: Buffer;

  beforeAll(async () => {
    test = await startTestApp('sqlite');
    await openOffice(test);
    await issuedLedger(test, ROWS);
    settings = test.app.get(Settings);
    key = test.app.get<Buffer>(AUDIT_KEY);
  });
  afterAll(async () => {
    await test.close();
    space.remove();
  });

  it('brings an office back as it was, row by row and file by file, and serves it', async () => {
    const made = await backUp(settings, space.path('round'));
    const restored = await bringBack(settings, { from: space.path('round'), to: space.path('anew') });
    const business = tableHashes(join(space.path('anew'), 'diaodu.sqlite'));
    for (const table of ['audit_event', 'audit_head', 'app_lock', 'session']) delete business[table];
    const source = tableHashes(join(made.folder, 'diaodu.sqlite'));
    expect(Object.keys(business).length).toBeGreaterThan(25);
    expect(source).toMatchObject(business);
    expect(filesIn(join(space.path('anew'), 'files'))).toEqual(filesIn(join(settings.DIAODU_DATA_DIR, 'files')).filter((file) => !file.startsWith('tmp'))); // prettier-ignore
    expect(restored).toMatchObject({ files: 1, auditEvents: made.manifest.anchor.seq, migrated: [], configDiffers: [] }); // prettier-ignore
    expect(restored.sessionsEnded).toBe(made.manifest.tables.session);
    expect(restored.sessionsEnded).toBeGreaterThan(0);
    process.stderr.write(`restored ${restored.files} files and ${restored.auditEvents} audit events in ${restored.milliseconds.toFixed(0)} ms\n`); // prettier-ignore
    await expectServed(space.path('anew'), made.manifest.anchor.seq);
  });

  /** The restored data answer, and their chain goes on where the backup's anchor ends. */
  async function expectServed(dataDir: string, anchorSeq: number): Promise<void> {
    const app = await createApp({ ...settings, DIAODU_DATA_DIR: dataDir });
    try {
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      const answer = await app.inject({
        method: 'GET',
        url: '/health/ready',
        headers: { host: '127.0.0.1' },
      });
      expect(JSON.parse(answer.body)).toMatchObject({ ok: true });
    } finally {
      await app.close();
    }
    const db = await openDatabase({ ...settings, DIAODU_DATA_DIR: dataDir }, persistence);
    const last = await db.read('SELECT seq, operation FROM audit_event ORDER BY seq DESC LIMIT 1');
    await db.close();
    expect(last).toEqual([{ seq: anchorSeq + 1, operation: 'backup.restore' }]);
  }

  it('copies a stored file once, however many backups need it', async () => {
    const first = await backUp(settings, space.path('twice'));
    const second = await backUp(settings, space.path('twice'));
    expect([first.copiedFiles, second.copiedFiles, second.manifest.files.count]).toEqual([1, 0, 1]);
  });

  it('catches one moment while others write, and keeps nobody from writing', async () => {
    const shelf = new BackupShelf(space.path('busy'));
    let written = 0;
    let stop = false;
    const writer = (async () => {
      for (; !stop; written++) {
        await writePair(written);
        await breath();
      }
    })();
    const during: number[] = [];
    for (let n = 0; n < 4; n++) {
      const before = written;
      const { manifest } = await backUp(settings, shelf.root);
      during.push(written - before);
      expect(pairIn(join(shelf.folderOf(manifest.name), 'diaodu.sqlite'))).toBe('equal');
      expect(await verifyBackup(shelf, manifest.name, key)).toMatchObject({ ok: true, auditEvents: manifest.anchor.seq }); // prettier-ignore
    }
    stop = true;
    await writer;
    expect(Math.min(...during)).toBeGreaterThan(0);
  });

  function writePair(n: number): Promise<void> {
    return test.db.unitOfWork.run(async () => {
      for (const name of ['pair-a', 'pair-b']) {
        await test.db.write(
          'INSERT INTO office_setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          [name, String(n)],
        );
      }
      test.app.get(AuditTrail).record({ operation: 'test.pair', objectKind: 'pair', objectId: String(n) });
    });
  }

  function pairIn(file: string): string {
    const [a, b] = readPair(file);
    return a !== undefined && a === b ? 'equal' : `${a} and ${b}`;
  }

  it('is made by itself at its slots, thinned out, and only one at a time', async () => {
    settings.DIAODU_BACKUP_DIR = space.path('by-itself');
    const job = test.app.get(BackupJob);
    const runner = test.app.get(JobRunner);
    const worked = await runner.workDue(job, '2026-11-26', 3);
    expect(worked).toMatchObject({
      done: [expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)],
      failed: [],
    });
    expect((await runner.workDue(job, '2026-11-26', 3)).done).toEqual([]);
    expect(await new BackupShelf(settings.DIAODU_BACKUP_DIR).names()).toHaveLength(1);
    await test.request('GET', '/api/v1/backups', { as: SYSADMIN });
    const twice = await Promise.all(
      [1, 2].map(() => test.request('POST', '/api/v1/backups', { as: SYSADMIN })),
    );
    expect(twice.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409']);
    expect(twice.find(({ status }) => status === 409)?.body.code).toBe('BACKUP_RUNNING');
  });

  it('has no slots without a folder to put backups in', async () => {
    settings.DIAODU_BACKUP_DIR = undefined;
    expect(await test.app.get(BackupJob).slotsDue('2026-11-26')).toEqual([]);
    const { body } = await test.request('GET', '/api/v1/backups', { as: SYSADMIN });
    expect(body).toMatchObject({ offBecause: 'NO_DIRECTORY', items: [], isLate: false });
    const refused = await test.request('POST', '/api/v1/backups', { as: SYSADMIN });
    expect(refused).toMatchObject({ status: 409, body: { code: 'BACKUP_NO_PLACE' } });
  });

  it('is shown, made and looked through on the page, by the system administrator', async () => {
    settings.DIAODU_BACKUP_DIR = space.path('page');
    expect((await test.request('GET', '/api/v1/backups', { as: SYSADMIN })).body).toMatchObject({ isLate: true, items: [] }); // prettier-ignore
    const made = await test.request('POST', '/api/v1/backups', { as: SYSADMIN, headers: { 'idempotency-key': 'backup-now' } }); // prettier-ignore
    expect(made).toMatchObject({ status: 201, body: { files: 1, copiedFiles: 1, damagedAtSource: 0 } });
    const { name } = made.body as { name: string };
    const checked = await test.request('POST', `/api/v1/backups/${name}/verify`, { as: SYSADMIN });
    expect(checked).toMatchObject({ status: 200, body: { ok: true, faults: [], files: 1 } });
    const { body } = await test.request('GET', '/api/v1/backups', { as: AUDITOR });
    expect(body).toMatchObject({ offBecause: null, isLate: false, failure: null, restoreNote: expect.stringContaining('停止服务') }); // prettier-ignore
    expect(body.items).toMatchObject([{ name, isReadable: true, hasKey: true, isVerified: true, ageMinutes: 0, restoreCommand: `diaodu restore ${space.path('page')} --name ${name} --to <空的数据目录>` }]); // prettier-ignore
    const written = await test.db.read(`SELECT operation, actor FROM audit_event WHERE object_id = ? ORDER BY seq`, [name]); // prettier-ignore
    expect(written).toEqual(
      ['backup.make', 'backup.verify'].map((operation) => ({
        operation,
        actor: expect.stringMatching(/^SYSADMIN\//),
      })),
    );
    for (const url of ['20200101T000000Z-0000/verify', `${name}/verify`]) {
      const as = url.startsWith(name) ? CLERK : SYSADMIN;
      const { status, body: refusal } = await test.request('POST', `/api/v1/backups/${url}`, { as });
      expect([status, refusal.code]).toEqual(
        as === CLERK ? [403, 'ROLE_NOT_ALLOWED'] : [404, 'BACKUP_NOT_FOUND'],
      );
    }
  });

  it('tells of a failure until a later backup makes it good', async () => {
    writeFileSync(space.path('a-file'), '');
    settings.DIAODU_BACKUP_DIR = join(space.path('a-file'), 'below');
    const refused = backUp(settings, settings.DIAODU_BACKUP_DIR);
    await expect(refused).rejects.toMatchObject({
      code: 'BACKUP_WRITE_FAILED',
      details: { reason: 'ENOTDIR' },
    });
    await test.db.unitOfWork.run(() => test.db.write(`DELETE FROM schedule_run WHERE job = 'backup'`));
    const runner = test.app.get(JobRunner);
    const worked = await runner.workDue(test.app.get(BackupJob), '2026-11-26', 3);
    expect(worked.failed).toHaveLength(1);
    settings.DIAODU_BACKUP_DIR = space.path('after-failure');
    const { body } = await test.request('GET', '/api/v1/backups', { as: SYSADMIN });
    expect(body.failure).toMatchObject({ error: expect.stringMatching(/^备份目录无法写入/) });
    await runner.workDue(test.app.get(BackupJob), '2026-11-26', 3);
    expect((await test.request('GET', '/api/v1/backups', { as: SYSADMIN })).body).toMatchObject({ failure: null, isLate: false }); // prettier-ignore
  });

  it('keeps the key out when told so, and never writes a key that was given as a setting', async () => {
    const made = await backUp(settings, space.path('keyless'), false);
    expect(existsSync(join(made.folder, 'audit.key'))).toBe(false);
    const given = await backUp({ ...settings, DIAODU_AUDIT_KEY: 'a key of the office, long enough to be one' }, space.path('given'), true); // prettier-ignore
    expect([given.manifest.key.place, existsSync(join(given.folder, 'audit.key'))]).toEqual([
      'SETTING',
      false,
    ]);
    expect(readFileSync(join(given.folder, 'manifest.json'), 'utf8')).not.toContain('a key of the office');
  });
});
