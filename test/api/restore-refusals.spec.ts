import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { persistence } from '../../src/app/persistence.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import type { Manifest } from '../../src/platform/backup/manifest.js';
import { OfficeClock } from '../../src/platform/clock/office-clock.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { RESTORING } from '../../src/platform/database/unfinished-restore.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { thisOwner } from '../../src/platform/jobs/run-owner.js';
import { backUp, bringBack, scratch } from '../support/backup.js';
import { openTestDatabase, type TestDatabase } from '../support/databases.js';

const DEAD_OWNER = thisOwner().replace(/\/\d+\//, '/999999999/');

describe('restore refuses what it should', () => {
  const space = scratch();
  let test: TestDatabase;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    test = await openTestDatabase('sqlite');
    const trail = new AuditTrail(test.db, new OfficeClock('UTC'), loadAuditKey(test.settings));
    await test.db.unitOfWork.run(async () =>
      trail.record({ operation: 'test.deed', objectKind: 'test', objectId: '1', after: { n: 1 } }),
    );
    const store = new FileStore(join(test.settings.DIAODU_DATA_DIR, 'files'));
    file = (await store.put(Buffer.from('堤防除险加固进展报告'))).sha256;
    folder = (await backUp(test.settings, space.path('good'))).folder;
  });
  afterAll(async () => {
    await test.close();
    space.remove();
  });
  afterEach(() => {
    for (const name of ['bad', 'target']) rmSync(space.path(name), { recursive: true, force: true });
  });

  /** A copy of the shelf to spoil; gives the folder of its one backup. */
  function copyOfShelf(): string {
    cpSync(space.path('good'), space.path('bad'), { recursive: true });
    return folder.replace(space.path('good'), space.path('bad'));
  }

  const restore = (options: object = {}) =>
    bringBack(test.settings, { from: space.path('bad'), to: space.path('target'), ...options });

  const storedPath = () => join(space.path('bad'), 'files', file.slice(0, 2), file.slice(2, 4), file);

  it.each<[string, (backup: string) => void, () => string]>([
    ['a changed page of the database', (at) => flipByte(join(at, 'diaodu.sqlite')), () => 'diaodu.sqlite'],
    ['a database cut short', (at) => cut(join(at, 'diaodu.sqlite')), () => 'diaodu.sqlite'],
    ['a missing list of files', (at) => rmSync(join(at, 'files.json')), () => 'files.json'],
    ['a changed key', (at) => flipByte(join(at, 'audit.key')), () => 'audit.key'],
    [
      'a changed custom',
      (at) => appendFileSync(join(at, 'config/lights.yaml'), '#'),
      () => 'config/lights.yaml',
    ],
    ['a changed manifest', (at) => flipByte(join(at, 'manifest.json')), () => 'manifest.json'],
    ['a missing manifest', (at) => rmSync(join(at, 'manifest.json')), () => 'manifest.json'],
    [
      'a missing hash of the manifest',
      (at) => rmSync(join(at, 'manifest.json.sha256')),
      () => 'manifest.json',
    ],
    ['a changed stored file', () => flipByte(storedPath()), () => `files/${file}`],
    ['a missing stored file', () => rmSync(storedPath()), () => `files/${file}`],
  ])('names %s, and leaves the target as it was', async (_, spoil, name) => {
    spoil(copyOfShelf());
    const refused = await restore().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BACKUP_DAMAGED', details: { files: [name()] } });
    expect(existsSync(space.path('target')) ? readdirSync(space.path('target')) : []).toEqual([]);
  });

  it('a chain that was changed by somebody who could rewrite the whole backup but has no key', async () => {
    const backup = copyOfShelf();
    rewrite(backup, (db) => {
      db.exec(`DROP TRIGGER audit_event_no_update; UPDATE audit_event SET after = '{"n":2}'`);
    });
    await expect(restore()).rejects.toMatchObject({
      code: 'RESTORE_CHAIN_BROKEN',
      details: { faults: ['第 1 条内容被改动'] },
    });
  });

  it('rows that are fewer than the manifest says, and references that lead nowhere', async () => {
    const backup = copyOfShelf();
    rewrite(backup, (db) => db.exec(`DELETE FROM app_lock`));
    await expect(restore()).rejects.toMatchObject({ details: { faults: ['app_lock 应有 1 行，实有 0 行'] } });
    rewrite(backup, (db) =>
      db.exec(`PRAGMA foreign_keys = OFF; INSERT INTO app_lock VALUES ('writer', 0);
        INSERT INTO post VALUES ('p', 'P', 'nowhere', 'CLERK', '', '', '2023-01-01', NULL, 1)`),
    );
    await expect(restore()).rejects.toMatchObject({
      details: { faults: ['引用的记录不存在：post → department'] },
    });
  });

  it('a backup of a newer program', async () => {
    const backup = copyOfShelf();
    edit(backup, (manifest) => manifest.migrations.push('FromTheFuture1900000000000'));
    const refused = { code: 'BACKUP_TOO_NEW', details: { migrations: ['FromTheFuture1900000000000'] } };
    await expect(restore()).rejects.toMatchObject(refused);
  });

  it('a part that would lie outside of its folder', async () => {
    const backup = copyOfShelf();
    edit(backup, (manifest) => manifest.parts.push({ path: '../../outside', sha256: '', bytes: 0 }));
    await expect(restore()).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });

  it('a key that is missing or another one', async () => {
    await backUp(test.settings, space.path('bad'), false);
    await expect(restore()).rejects.toMatchObject({ code: 'RESTORE_KEY_MISSING' });
    writeFileSync(space.path('other.key'), 'ab'.repeat(32));
    await expect(restore({ keyFile: space.path('other.key') })).rejects.toMatchObject({
      code: 'RESTORE_KEY_WRONG',
    });
    const keyFile = join(test.settings.DIAODU_DATA_DIR, 'audit.key');
    await expect(restore({ keyFile })).resolves.toMatchObject({ auditEvents: 1 });
    expect(readFileSync(join(space.path('target'), 'audit.key'), 'utf8')).toBe(readFileSync(keyFile, 'utf8'));
  });

  it('a folder that holds anything, such as that of a running service', async () => {
    const from = space.path('good');
    for (const to of [test.settings.DIAODU_DATA_DIR, space.path('good')]) {
      await expect(bringBack(test.settings, { from, to })).rejects.toMatchObject({
        code: 'RESTORE_TARGET_NOT_EMPTY',
      });
    }
  });

  it('a folder another restore is filling; one that broke off is not opened, and is begun anew', async () => {
    const to = space.path('target');
    mkdirSync(join(to, RESTORING, 'data'), { recursive: true });
    writeFileSync(join(to, RESTORING, 'owner'), thisOwner());
    const order = { from: space.path('good'), to };
    await expect(bringBack(test.settings, order)).rejects.toMatchObject({ code: 'RESTORE_RUNNING' });
    writeFileSync(join(to, RESTORING, 'owner'), DEAD_OWNER);
    writeFileSync(join(to, 'diaodu.sqlite'), 'half');
    const opening = openDatabase({ ...test.settings, DIAODU_DATA_DIR: to }, persistence);
    await expect(opening).rejects.toMatchObject({ code: 'RESTORE_UNFINISHED' });
    await expect(bringBack(test.settings, order)).resolves.toMatchObject({ files: 1 });
    expect(readdirSync(to).toSorted()).toEqual(['audit.key', 'config', 'diaodu.sqlite', 'files']);
  });

  it('a name or folder without backups', async () => {
    const from = space.path('good');
    for (const options of [
      { from, name: '20200101T000000Z-0000' },
      { from, name: '../good' },
      { from: space.path('none') },
    ]) {
      await expect(restore(options)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' });
    }
  });

  it('to back up what is not there, or into the data themselves', async () => {
    const empty = { ...test.settings, DIAODU_DATA_DIR: space.path('empty') };
    await expect(backUp(empty, space.path('bad'))).rejects.toMatchObject({ code: 'BACKUP_NOTHING' });
    const inside = join(test.settings.DIAODU_DATA_DIR, 'backups');
    await expect(backUp(test.settings, inside)).rejects.toMatchObject({ code: 'BACKUP_INSIDE_DATA' });
  });

  it('nothing else: an older backup is brought up to date, and a damaged source file is left out and told', async () => {
    const older = { ...test.settings, DIAODU_DATA_DIR: space.path('older') };
    const migrations = (persistence.migrations as []).slice(0, -1);
    const last = (persistence.migrations as (new () => object)[]).at(-1)?.name;
    await (await openDatabase(older, { ...persistence, migrations })).close();
    const damaged = await new FileStore(join(older.DIAODU_DATA_DIR, 'files')).put(Buffer.from('原件'));
    const path = join(older.DIAODU_DATA_DIR, 'files', damaged.sha256.slice(0, 2), damaged.sha256.slice(2, 4), damaged.sha256); // prettier-ignore
    writeFileSync(path, '改件');
    const made = await backUp(older, space.path('bad'));
    expect(made.manifest).toMatchObject({ damagedAtSource: [damaged.sha256], files: { count: 0 } });
    await expect(restore()).resolves.toMatchObject({ migrated: [last], auditEvents: 0 });
  });
});

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function cut(path: string): void {
  writeFileSync(path, readFileSync(path).subarray(0, 5000));
}

/** Changes the database of a backup and makes all hashes right again, as somebody with the whole shelf could. */
function rewrite(backup: string, change: (db: Sqlite.Database) => void): void {
  const path = join(backup, 'diaodu.sqlite');
  const db = new Sqlite(path);
  change(db);
  db.close();
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  edit(backup, ({ parts }) =>
    Object.assign(parts.find((part) => part.path === 'diaodu.sqlite') ?? {}, { sha256 }),
  );
}

function edit(backup: string, change: (manifest: Manifest) => void): void {
  const path = join(backup, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  const text = JSON.stringify(manifest);
  writeFileSync(path, text);
  writeFileSync(`${path}.sha256`, createHash('sha256').update(text).digest('hex'));
}
