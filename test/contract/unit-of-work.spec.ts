import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { persistence } from '../../src/app/persistence.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
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

describe('order of text on PostgreSQL', () => {
  it('refuses to start on a database that does not compare by bytes', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase({ locale: 'en-x-icu' });
    const settings = loadSettings({ DIAODU_DATABASE: 'postgres', DATABASE_URL: url });
    await expect(openDatabase(settings, persistence)).rejects.toThrow('排序规则');
    await server.stop();
  });
});
