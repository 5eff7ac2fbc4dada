import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { actAs, currentActor } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { unhurried } from '../../src/platform/database/haste.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { askPostgres } from '../support/ask-postgres.js';
import { startPostgres } from '../support/postgres.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';

describe.each(DATABASES)('unit of work on %s', (name) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(name);
  });
  afterAll(() => test.close());
  beforeEach(() => test.db.unitOfWork.run(() => test.db.write('DELETE FROM office_setting')));

  const put = (key: string) =>
    test.db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', [key, 'x']);
  const names = async () =>
    (await test.db.read<{ name: string }>('SELECT name FROM office_setting ORDER BY name')).map(
      (row) => row.name,
    );

  it('keeps every acknowledged write while overlapping units roll back', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        test.db.unitOfWork.run(async () => {
          await put(`k${String(i).padStart(2, '0')}`);
          await sleep(i % 4);
          if (i % 3 === 0) throw new Error('rolled back on purpose');
        }),
      ),
    );
    const kept = outcomes.flatMap((o, i) =>
      o.status === 'fulfilled' ? [`k${String(i).padStart(2, '0')}`] : [],
    );
    expect(kept).toHaveLength(40);
    expect(await names()).toEqual(kept);
  });

  it('joins a unit opened inside another', async () => {
    const run = test.db.unitOfWork.run(async () => {
      await test.db.unitOfWork.run(() => put('inner'));
      throw new Error('outer fails');
    });
    await expect(run).rejects.toThrow('outer fails');
    expect(await names()).toEqual([]);
  });

  it('shows readers outside only committed rows', async () => {
    let seenOutside: string[] = ['not asked'];
    const outside = async () => {
      await sleep(20);
      seenOutside = await names();
    };
    const asked = outside();
    await test.db.unitOfWork.run(async () => {
      await put('uncommitted');
      expect(await names()).toEqual(['uncommitted']);
      await sleep(60);
    });
    await asked;
    expect(seenOutside).toEqual([]);
  });

  it('refuses a write outside of a unit', async () => {
    await expect(put('stray')).rejects.toThrow('outside a unit of work');
  });
});

describe('a lock of another program on SQLite', () => {
  let test: TestDatabase;
  let other: Database.Database;
  beforeAll(async () => {
    test = await openTestDatabase('sqlite', { DIAODU_SQLITE_WAIT_MS: '300' });
    other = new Database(test.db.source.options.database as string);
  });
  afterAll(async () => {
    other.close();
    await test.close();
  });

  const run = <T>(deed: () => Promise<T>) => test.db.unitOfWork.run(deed);
  const done = () => run(() => Promise.resolve('done'));
  const took = async (work: Promise<unknown>) => {
    const began = performance.now();
    const how = await work.catch((error: unknown) => error);
    return { how, ms: performance.now() - began };
  };

  it('keeps people no longer than the setting says, even behind a job that waits on; the loop stays free', async () => {
    const loop = monitorEventLoopDelay({ resolution: 5 });
    other.exec('BEGIN IMMEDIATE');
    loop.enable();
    const job = took(unhurried(done));
    const people = await Promise.all(Array.from({ length: 20 }, () => took(done())));
    for (const { how, ms } of people) {
      expect(how).toMatchObject({ kind: 'UNAVAILABLE', code: 'DATABASE_BUSY' });
      expect(ms).toBeGreaterThanOrEqual(299);
      expect(ms).toBeLessThan(600);
    }
    const late = took(done());
    await sleep(50);
    other.exec('ROLLBACK');
    expect((await job).how).toBe('done');
    expect((await late).how).toBe('done');
    expect(loop.max / 1e6).toBeLessThan(200);
    expect(test.stops).toEqual([]);
  });

  it('is not what a long queue is: whoever waits for his own kind gets his turn', async () => {
    const units = Array.from({ length: 10 }, () => run(() => sleep(60, 'done')));
    expect(await Promise.all(units)).toEqual(Array.from({ length: 10 }, () => 'done'));
  });

  it('leaves everybody in the queue who he is', async () => {
    const names = ['甲', '乙', '丙'];
    const actors = names.map((name) =>
      actAs(systemActor('job', name), () => run(() => sleep(1, currentActor()))),
    );
    expect(await Promise.all(actors)).toEqual(names.map((name) => systemActor('job', name)));
  });
});

describe('fail-stop on SQLite', () => {
  it('stops the process when the disk is full, instead of losing later writes', async () => {
    const test = await openTestDatabase('sqlite');
    await test.db.unitOfWork.run(() => test.db.write('SELECT 1'));
    const pages = await test.db.source.query('PRAGMA page_count');
    await test.db.source.query(`PRAGMA max_page_count = ${Number(pages[0].page_count)}`);
    const big = 'x'.repeat(200_000);
    const fill = test.db.unitOfWork.run(() =>
      test.db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', ['big', big]),
    );
    await expect(fill).rejects.toThrow();
    expect(test.stops.length).toBeGreaterThan(0);
    await test.close();
  });

  it('refuses to start when the file would not survive a power cut', async () => {
    const test = await openTestDatabase('sqlite');
    await test.db.source.query('PRAGMA synchronous = NORMAL');
    await expect(test.db.assertDurable()).rejects.toThrow('synchronous');
    await test.close();
  });
});

describe('what PostgreSQL promises', () => {
  it('refuses to start on a database that answers before it has synced, and tells of one that never syncs', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase();
    const settings = loadSettings({ DIAODU_DATABASE: 'postgres', DATABASE_URL: url });
    const name = new URL(url).pathname.slice(1);
    await askPostgres(url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
    await expect(openDatabase(settings, persistence)).rejects.toThrow('synchronous_commit 为 off');
    await askPostgres(url, `ALTER DATABASE ${name} SET synchronous_commit = local`);
    const db = await openDatabase(settings, persistence);
    expect(await db.isUnsynced()).toBe(false);
    await db.close();
    await server.stop();
    const careless = await startPostgres(['-c', 'fsync=off']);
    const other = { ...settings, DATABASE_URL: await careless.createDatabase() };
    const open = await openDatabase(other, persistence);
    expect(await open.isUnsynced()).toBe(true);
    await open.close();
    await careless.stop();
  });

  it('refuses to start on a database that does not compare by bytes', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase({ locale: 'en-x-icu' });
    const settings = loadSettings({ DIAODU_DATABASE: 'postgres', DATABASE_URL: url });
    await expect(openDatabase(settings, persistence)).rejects.toThrow('排序规则');
    await server.stop();
  });
});
