import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAs, currentActor } from '../../src/platform/auth/actor-context.js';
import { systemActor, type Actor } from '../../src/platform/auth/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { EVERYTHING_SEEN, seeing, seeingAll, type Sight } from '../../src/platform/database/sight.js';
import { BellDesk } from '../../src/platform/jobs/bell-desk.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import type { Job } from '../../src/platform/jobs/job.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { startPostgres, type PostgresServer } from '../support/postgres.js';

const A: Sight = { jurisdiction: '/A/', department: '' };
const B: Sight = { jurisdiction: '/B/', department: '' };
/** Rows of a jurisdiction's own, and of one whose path begins with the same letters. */
const ROWS = { '/A/': 3, '/B/': 5, '/AB/': 7 };
const TOPIC = 'test.sight';

describe('what a connection sees', () => {
  let server: PostgresServer;
  let test: TestApp;
  const handled: { post: string; seen: number }[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.createDatabase({ walled: true });
    test = await startTestApp('postgres', { DATABASE_URL: url, DIAODU_PG_POOL: '2' });
    test.app.get(JobRegistry).addHandler({
      topic: TOPIC,
      handle: async () => void handled.push({ post: currentActor().post, seen: await seen() }),
    });
    await seeing(
      () => EVERYTHING_SEEN,
      () => db().unitOfWork.run(enterRows),
    );
  }, 60_000);
  afterAll(async () => {
    await test.close();
    await server.stop();
  });

  const db = (): Database => test.app.get(Database);
  const enterRows = async (): Promise<void> => {
    for (const [path, n] of Object.entries(ROWS)) {
      const id = newId();
      await db().write(
        `INSERT INTO department (id, code, name, short_name, kind, path, jurisdiction, is_enforcement_unit, is_responsible_department, version)
         VALUES (?, ?, ?, ?, 'DISTRICT', ?, ?, 0, 0, 1)`,
        [id, path, path, path, path, path],
      );
      for (let at = 0; at < n; at++) {
        await db().write(
          `INSERT INTO ledger (id, code, year, kind, title, source_document, source_number, owner_department_id, state, version)
           VALUES (?, ?, 2023, 'KEY_TASKS', '', '', '', ?, 'ISSUED', 1)`,
          [newId(), `${path}${at}`, id],
        );
      }
    }
  };
  const seen = async (): Promise<number> =>
    Number((await db().read<{ n: number }>('SELECT COUNT(*) AS n FROM ledger'))[0]?.n);
  const as = <T>(sight: Sight, work: () => Promise<T>): Promise<T> => seeing(() => sight, work);

  it('is nothing where nobody has said, and the path is compared with its end', async () => {
    expect(await seen()).toBe(0);
    expect([await as(A, seen), await as(B, seen)]).toEqual([ROWS['/A/'], ROWS['/B/']]);
    expect(await seeingAll('JOB', seen)).toBe(15);
    // The very connection that has just shown everything.
    expect(await seen()).toBe(0);
  });

  it('never passes to the next who borrows the connection', async () => {
    const asks = Array.from({ length: 120 }, (_, at) => async () => {
      const sight = [A, B, null][at % 3] ?? null;
      const read = () =>
        at % 2 === 0
          ? seen()
          : db().unitOfWork.run(async () => Promise.all([seen(), seen()]).then(([n]) => n));
      return [sight?.jurisdiction ?? '', sight ? await as(sight, read) : await read()] as const;
    });
    const answers = await Promise.all(asks.map((ask) => ask()));
    for (const [path, n] of answers) expect([path, n]).toEqual([path, ROWS[path as keyof typeof ROWS] ?? 0]);
  });

  it('changes within a unit as the deed goes on, and comes back after it, committed or not', async () => {
    const steps = await as(A, () =>
      db().unitOfWork.run(async () => [await seen(), await seeingAll('NUMBERING', seen), await seen(), await as(B, seen)]),
    ); // prettier-ignore
    expect(steps).toEqual([3, 15, 3, 5]);
    for (let at = 0; at < 4; at++) {
      const broken = as(B, () => db().unitOfWork.run(async () => {
        await seeingAll('NUMBERING', seen);
        await db().write('INSERT INTO ledger (id) VALUES (NULL)').catch(() => undefined);
        // Nothing more can be asked in a failed unit, and nobody is shown anything by it.
        await expect(as(A, seen)).rejects.toMatchObject({ code: '25P02' });
        throw new Error('taken back');
      })); // prettier-ignore
      await expect(broken).rejects.toThrow('taken back');
    }
    expect([await as(A, seen), await seen()]).toEqual([3, 0]);
  });

  it('is told anew after a part of a transaction was taken back', async () => {
    const runner = db().source.createQueryRunner();
    const ask = async () => Number(((await runner.query('SELECT COUNT(*) AS n FROM ledger')) as { n: number }[])[0]?.n); // prettier-ignore
    await as(A, async () => {
      await runner.startTransaction();
      expect(await ask()).toBe(3);
    });
    await seeingAll('NUMBERING', async () => {
      await runner.startTransaction();
      expect(await ask()).toBe(15);
      await runner.rollbackTransaction();
      expect(await ask()).toBe(15);
    });
    await as(A, async () => expect(await ask()).toBe(3));
    await runner.rollbackTransaction();
    await runner.release();
  });

  it('is everything for jobs and events, whoever’s deed they follow', async () => {
    const clerk: Actor = { ...systemActor('test', ''), post: 'A-CLERK', role: 'CLERK', jurisdiction: '/A/' };
    const counted: number[] = [];
    const job: Job = {
      name: 'sight',
      catchUp: 'all',
      slotsDue: async () => {
        counted.push(await seen());
        return [{ scope: 's', slot: 's/1', dueOn: '2023-01-01' }];
      },
      run: (run) => run.step(async () => String(counted.push(await seen()))),
    };
    await actAs(clerk, () => test.app.get(JobRunner).workDue(job, '2023-01-02', 3));
    await actAs(clerk, async () => {
      expect(await seen()).toBe(3);
      await db().unitOfWork.run(() => test.app.get(Outbox).put(TOPIC, '1', {}));
      await test.app.get(BellDesk).clear();
    });
    expect(counted).toEqual([15, 15]);
    expect(handled).toEqual([{ post: 'SYSTEM', seen: 15 }]);
  });
});
