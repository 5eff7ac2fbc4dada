import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { problemOf } from '../../src/platform/http/problem.filter.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import type { Job, JobRun } from '../../src/platform/jobs/job.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { CLERK, openOffice } from '../support/office.js';
import { startPostgres, type PostgresServer } from '../support/postgres.js';
import { TcpProxy, type Verdict } from '../support/tcp-proxy.js';
import { TestClock } from '../support/test-clock.js';

/** Made where no unit is open, so that what runs in it is outside every unit. */
const outside = new AsyncResource('outside');
const COMMIT = Buffer.from('COMMIT\0');
const LIMITS = {
  DIAODU_PG_POOL: '4',
  DIAODU_PG_WAIT_MS: '1500',
  DIAODU_PG_REQUEST_MS: '1500',
  DIAODU_PG_LOCK_MS: '500',
  DIAODU_PG_IDLE_MS: '1000',
};
/** No request may take longer; with these limits a connection is given up well before. */
const LONGEST_MS = 6_000;

describe('faults of PostgreSQL and of the network before it', () => {
  let server: PostgresServer;
  let proxy: TcpProxy;
  let test: TestApp;
  let cookie: string;

  beforeAll(async () => {
    server = await startPostgres();
    const address = new URL(await server.createDatabase());
    proxy = await TcpProxy.before(Number(address.port));
    address.port = String(proxy.port);
    test = await startTestApp('postgres', { ...LIMITS, DATABASE_URL: address.href });
    await openOffice(test);
    cookie = (await test.signIn.cookieOf(CLERK)) ?? '';
  }, 120_000);
  afterAll(async () => {
    await test.close();
    await proxy.close();
    await server.stop();
  });
  afterEach(() => {
    proxy.judgeBy();
    proxy.turn('open');
  });

  const make = (code: string) =>
    test.request('POST', '/api/v1/department-groups', {
      body: { code, name: `${code}组`, rule: 'LIST', phrases: [`各${code}单位`] },
      headers: { cookie, 'idempotency-key': `key-${code}` },
    });
  const count = async (code: string) =>
    (await test.db.read('SELECT id FROM department_group WHERE code = ?', [code])).length;
  const put = (name: string) =>
    test.db.write('INSERT INTO office_setting (name, value) VALUES (?, ?)', [name, 'x']);
  const refusalOf = async (work: Promise<unknown>) => {
    const began = performance.now();
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);
    const { status, code } = problemOf(error);
    return { status, code };
  };
  /** The next COMMIT meets the verdict, whoever sends it; all later ones pass. */
  const atNextCommit = (verdict: Verdict) => {
    let isMet = false;
    proxy.judgeBy(({ from, bytes }) => {
      if (isMet || from !== 'client' || !bytes.includes(COMMIT)) return 'pass';
      isMet = true;
      return verdict;
    });
  };

  describe.each([
    ['before the server has it', 'cut', 'LOSTA', undefined],
    ['after the server has it', 'passAndCut', 'LOSTB', 'true'],
  ] as const)('connection lost at COMMIT, %s', (_when, verdict, code, replayed) => {
    it('says that the outcome is unknown; a repetition with the key does it once (OUTCOME_UNKNOWN)', async () => {
      atNextCommit(verdict);
      const lost = await make(code);
      expect(lost).toMatchObject({ status: 503, body: { code: 'OUTCOME_UNKNOWN' } });
      expect(lost.headers['retry-after']).toBe('5');
      await sleep(200);
      const again = await make(code);
      expect(again.status).toBe(201);
      expect(again.headers['idempotency-replayed']).toBe(replayed);
      expect(await count(code)).toBe(1);
    });

    it('reads from the table how far a run has come, so that each step is done once', async () => {
      const done: string[] = [];
      const job: Job = {
        name: `lost-${code}`,
        catchUp: 'each',
        slotsDue: () => Promise.resolve([]),
        async run(run: JobRun) {
          for (let at = Number(run.cursor || '0'); at < 3; at++) {
            await run.step(async () => {
              await put(`${code}-${at}`);
              return String(at + 1);
            });
            done.push(run.cursor);
            if (at === 1) atNextCommit(verdict);
          }
        },
      } as unknown as Job;
      const runner = new JobRunner(test.db, new RunLedger(test.db, new TestClock(), 'here/1/a'));
      await expect(runner.workSlot(job, 's', false)).rejects.toThrow('不能确定');
      await runner.workSlot(job, 's', false);
      expect(done.slice(0, 2)).toEqual(['1', '2']);
      const rows = await test.db.read('SELECT name FROM office_setting WHERE name LIKE ?', [`${code}-%`]);
      expect(rows).toHaveLength(3);
      const runs = await test.db.read('SELECT state, fence FROM schedule_run WHERE job = ?', [job.name]);
      expect(runs).toEqual([{ state: 'DONE', fence: 2 }]);
    });
  });

  it('takes a run as done whose last COMMIT was carried out though nobody heard of it, and a while later', async () => {
    const slowly = 'BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END';
    await test.db.source.query(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$${slowly}$$`);
    await test.db.source.query(
      `CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON office_setting DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.name = 'finished') EXECUTE FUNCTION slowly()`,
    );
    const job = {
      name: 'lost-finish',
      catchUp: 'each',
      slotsDue: () => Promise.resolve([]),
      run: (run: { finish: (deed: () => Promise<object>) => Promise<void> }) => {
        atNextCommit('passAndCut');
        return run.finish(async () => {
          await put('finished');
          await sleep(50);
          return {};
        });
      },
    } as unknown as Job;
    const runner = new JobRunner(test.db, new RunLedger(test.db, new TestClock(), 'here/1/a'));
    expect(await runner.workSlot(job, 's', false)).toBe(true);
    expect(await runner.workSlot(job, 's', false)).toBe(false);
  });

  it('ends a statement of a request that takes too long (DATABASE_SLOW)', async () => {
    expect(await refusalOf(test.db.read('SELECT pg_sleep(5)'))).toEqual({
      status: 503,
      code: 'DATABASE_SLOW',
    });
  });

  it('does not wait for a row that another transaction holds (DATABASE_BUSY)', async () => {
    await test.db.unitOfWork.run(() => put('held'));
    const touch = () => test.db.write(`UPDATE office_setting SET value = 'y' WHERE name = 'held'`);
    let refused: unknown = null;
    await test.db.unitOfWork.run(async () => {
      await touch();
      refused = await aside(() => refusalOf(test.db.unitOfWork.run(touch)));
    });
    expect(refused).toEqual({ status: 503, code: 'DATABASE_BUSY' });
  });

  it('does a unit again that PostgreSQL undid because of a deadlock', async () => {
    await test.db.unitOfWork.run(async () => {
      await put('left');
      await put('right');
    });
    let tries = 0;
    const both = (first: string, second: string) =>
      test.db.unitOfWork.run(async () => {
        tries++;
        await test.db.write(`UPDATE office_setting SET value = value || '+' WHERE name = ?`, [first]);
        await sleep(50);
        await test.db.write(`SET LOCAL lock_timeout = 5000`);
        await test.db.write(`UPDATE office_setting SET value = value || '+' WHERE name = ?`, [second]);
      });
    await Promise.all([both('left', 'right'), both('right', 'left')]);
    expect(tries).toBeGreaterThan(2);
    expect(await test.db.read(`SELECT value FROM office_setting WHERE name IN ('left', 'right')`)).toEqual([
      { value: 'x++' },
      { value: 'x++' },
    ]);
  });

  it('gives up a transaction that stands open, and says so', async () => {
    const stuck = test.db.unitOfWork.run(async () => {
      await put('stuck');
      await sleep(1_500);
      await put('stuck-too');
    });
    expect(await refusalOf(stuck)).toEqual({ status: 503, code: 'DATABASE_UNREACHABLE' });
    expect(await test.db.read(`SELECT name FROM office_setting WHERE name LIKE 'stuck%'`)).toEqual([]);
  });

  it('asks to come again when all connections are in use (DATABASE_CROWDED)', async () => {
    const all = Array.from({ length: 4 }, () => test.db.read('SELECT pg_sleep(1.4)').catch(() => null));
    const more = await Promise.all(
      Array.from({ length: 8 }, () => refusalOf(test.db.read('SELECT pg_sleep(1.4)'))),
    );
    await Promise.all(all);
    expect(more).toContainEqual({ status: 503, code: 'DATABASE_CROWDED' });
    expect((await make('AFTER')).status).toBe(201);
  });

  it('loses a unit whose backend is ended, and nothing else', async () => {
    const killed = test.db.unitOfWork.run(async () => {
      await put('killed');
      const [{ pid }] = (await test.db.read('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await aside(() => test.db.read('SELECT pg_terminate_backend(?)', [pid]));
      await put('killed-too');
    });
    expect(await refusalOf(killed)).toEqual({ status: 503, code: 'DATABASE_UNREACHABLE' });
    expect((await make('KILLED')).status).toBe(201);
  });

  it.each(['refuse', 'silent'] as const)(
    'answers within seconds while the network is %s, then recovers',
    async (weather) => {
      proxy.turn(weather);
      const began = performance.now();
      const during = await make(`GONE${weather.toUpperCase()}`);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      expect(during).toMatchObject({
        status: 503,
        body: { code: expect.stringMatching(/^DATABASE_|OUTCOME/) },
      });
      proxy.turn('open');
      proxy.resetAll();
      await sleep(100);
      const code = `GONE${weather.toUpperCase()}`;
      expect((await make(code)).status).toBe(201);
      expect(await count(code)).toBe(1);
    },
  );

  /** Runs work outside the unit that is open where it is called. */
  function aside<T>(work: () => Promise<T>): Promise<T> {
    return outside.runInAsyncScope(work);
  }
});
