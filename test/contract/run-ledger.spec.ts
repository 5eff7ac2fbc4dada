import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DueSlot, Job, JobRun } from '../../src/platform/jobs/job.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { LEASE_MS, LeaseLostError } from '../../src/platform/jobs/claim.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { TestClock } from '../support/test-clock.js';

/** Two owners on unknown machines, so that neither counts as a dead process of this one. */
const HERE = 'here-host/1/a';
const THERE = 'there-host/1/b';

describe.each(DATABASES)('run ledger on %s', (name) => {
  let test: TestDatabase;
  let clock: TestClock;
  let here: RunLedger;
  let there: RunLedger;

  beforeAll(async () => {
    test = await openTestDatabase(name);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.db.unitOfWork.run(() => test.db.write('DELETE FROM schedule_run'));
    clock = new TestClock();
    here = new RunLedger(test.db, clock, HERE);
    there = new RunLedger(test.db, clock, THERE);
  });

  it('gives a slot to one of many who ask at the same moment', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? here : there).claim('job', 's', false)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('lets another take over when the lease has run out, and fences off the first', async () => {
    const first = await here.claim('job', 's', false);
    expect(await there.claim('job', 's', false)).toBeNull();
    clock.pass(LEASE_MS + 1);
    const second = await there.claim('job', 's', false);
    expect(second?.fence).toBe(2);
    await expect(test.db.unitOfWork.run(() => here.renew(first!))).rejects.toThrow(LeaseLostError);
    await test.db.unitOfWork.run(() => there.done(second!, { ok: 1 }));
    expect(await here.resultOf('job', 's')).toEqual({ ok: 1 });
  });

  it('never gives out a slot that is done', async () => {
    const claim = await here.claim('job', 's', false);
    await test.db.unitOfWork.run(() => here.done(claim!, {}));
    clock.pass(10 * LEASE_MS);
    expect(await there.claim('job', 's', false)).toBeNull();
    expect(await here.isDone('job', 's')).toBe(true);
  });

  it('settles as well what a dead process left under way, whose lease is over; its late writes are refused', async () => {
    const left = await there.claim('look', '2023-11-01T01', false);
    clock.pass(LEASE_MS / 2);
    const held = await there.claim('look', '2023-11-01T02', false);
    clock.pass(LEASE_MS / 2 + 1);
    const newest = await here.claim('look', '2023-11-01T03', false);
    await test.db.unitOfWork.run(async () => {
      await here.done(newest!, {});
      await here.makeGood('look', '2023-11-01T03');
    });
    const rows = await test.db.read<{ slot: string; state: string }>(
      'SELECT slot, state FROM schedule_run ORDER BY slot',
    );
    expect(rows.map(({ slot, state }) => `${slot} ${state}`)).toEqual([
      '2023-11-01T01 COLLAPSED',
      '2023-11-01T02 RUNNING',
      '2023-11-01T03 DONE',
    ]);
    await expect(test.db.unitOfWork.run(() => there.renew(left!))).rejects.toThrow(LeaseLostError);
    await test.db.unitOfWork.run(() => there.renew(held!));
  });

  it('settles what failed before in the same scope once the newest slot is done, and nothing else', async () => {
    const failing = new Set(['l/2023-11-01', 'l/2023-11-02', 'm/2023-11-01']);
    let due: string[] = [];
    const job: Job = {
      name: 'daily',
      catchUp: 'latest',
      slotsDue: async () =>
        due.map((slot): DueSlot => ({ slot, scope: slot.slice(0, 1), dueOn: '2023-11-03' })),
      run: async ({ slot }) => {
        if (failing.has(slot)) throw new Error('not now');
      },
    };
    const runner = new JobRunner(test.db, here);
    for (due of [['l/2023-11-01', 'm/2023-11-01'], ['l/2023-11-02'], ['l/2023-11-03']])
      await runner.workDue(job, '2023-11-03', 3);
    const rows = await test.db.read<{ slot: string; state: string }>(
      'SELECT slot, state FROM schedule_run ORDER BY slot',
    );
    expect(rows.map(({ slot, state }) => `${slot} ${state}`)).toEqual([
      'l/2023-11-01 COLLAPSED',
      'l/2023-11-02 COLLAPSED',
      'l/2023-11-03 DONE',
      'm/2023-11-01 FAILED',
    ]);
  });

  it('takes a slot over at once when its process on this machine is dead', async () => {
    const { hostname } = await import('node:os');
    const dead = new RunLedger(test.db, clock, `${hostname()}/999999999/x`);
    await dead.claim('job', 's', false);
    expect((await here.claim('job', 's', false))?.fence).toBe(2);
  });

  it('resumes a failed slot at its cursor and works each step once', async () => {
    const runner = new JobRunner(test.db, here);
    const worked: string[] = [];
    let failOnce = true;
    const job = jobOf(async (run) => {
      for (let i = Number(run.cursor || 0); i < 4; i++) {
        await run.step(async () => {
          worked.push(`step ${i}`);
          if (i === 2 && failOnce) {
            failOnce = false;
            worked.pop();
            throw new Error('broke in the middle');
          }
          return String(i + 1);
        });
      }
      await run.finish(() => Promise.resolve({ steps: 4 }));
    });
    await expect(runner.workSlot(job, 's', false)).rejects.toThrow('broke');
    expect(await runner.workSlot(job, 's', false)).toBe(true);
    expect(await runner.workSlot(job, 's', false)).toBe(false);
    expect(worked).toEqual(['step 0', 'step 1', 'step 2', 'step 3']);
  });

  it('ends a slot in the step that finds nothing left: all of that unit is kept with the end, or nothing of it', async () => {
    const runner = new JobRunner(test.db, here);
    let failOnce = true;
    const begunAt: string[] = [];
    const job = jobOf(async (run) => {
      begunAt.push(run.cursor);
      if (run.cursor === '') await run.step(() => Promise.resolve('half'));
      await run.step(async () => {
        await here.collapse('other', 'first', 'last');
        if (!failOnce) return { result: { found: 7 } };
        failOnce = false;
        throw new Error('broke before the end');
      });
    });
    await expect(runner.workSlot(job, 's', false)).rejects.toThrow('broke before the end');
    expect(await here.settled('other')).toEqual(new Set());
    expect(await runner.workSlot(job, 's', false)).toBe(true);
    expect(begunAt).toEqual(['', 'half']);
    expect(await here.settled('other')).toEqual(new Set(['first']));
    expect(await here.resultOf('job', 's')).toEqual({ found: 7 });
    expect(await runner.workSlot(job, 's', false)).toBe(false);
  });

  it('tells of the slots below a key which are done, held and free, by the rule of the claim', async () => {
    await test.db.unitOfWork.run(async () => {
      for (const slot of ['L/1/0', 'L/1/1', 'L/1/2', 'L/10/0', 'L/1']) await here.claim('job', slot, false);
    });
    await here.failed((await here.claim('job', 'L/1/3', false))!, 'no');
    const held = await there.claim('job', 'L/1/4', false);
    clock.pass(LEASE_MS + 1);
    await test.db.unitOfWork.run(() => there.renew(held!));
    await test.db.unitOfWork.run(async () => here.done((await here.claim('job', 'L/1/2', false))!, {}));
    const standing = await there.standingBelow('job', 'L/1');
    expect(Object.fromEntries(standing)).toEqual({
      'L/1/0': 'FREE',
      'L/1/1': 'FREE',
      'L/1/2': 'DONE',
      'L/1/3': 'FREE',
      'L/1/4': 'HELD',
    });
    for (const [slot, how] of standing) {
      expect([slot, (await there.claim('job', slot, false)) !== null]).toEqual([slot, how === 'FREE']);
    }
  });

  describe('a slot worked as part of another run', () => {
    const partOf = (run: (part: JobRun) => Promise<void>): Job => ({ ...jobOf(run), name: 'part' });
    const stateOf = async (job: string): Promise<unknown[]> =>
      test.db.read('SELECT state, fence, lease_until AS lease FROM schedule_run WHERE job = ?', [job]);

    it('renews the lease of the whole with each of its units', async () => {
      const part = partOf(async (run) => {
        for (let i = 0; i < 5; i++) {
          clock.pass(LEASE_MS - 1);
          await run.step(() => Promise.resolve(String(i)));
        }
      });
      const whole = jobOf(async (run) => expect(await run.part(part, 'p')).toBe(true));
      expect(await new JobRunner(test.db, here).workSlot(whole, 's', false)).toBe(true);
      expect(await stateOf('job')).toMatchObject([{ state: 'DONE', fence: 1 }]);
      expect(await here.isDone('part', 'p')).toBe(true);
    });

    it('writes nothing more once the whole was taken over, and is free again at once', async () => {
      const part = partOf(async (run) => {
        clock.pass(LEASE_MS + 1);
        expect((await there.claim('job', 's', false))?.fence).toBe(2);
        await run.step(() => Promise.resolve('too late'));
      });
      const whole = jobOf(async (run) => void (await run.part(part, 'p')));
      await expect(new JobRunner(test.db, here).workSlot(whole, 's', false)).rejects.toThrow(
        'lease of job s lost (fence 1)',
      );
      expect(await stateOf('job')).toMatchObject([{ state: 'RUNNING', fence: 2 }]);
      expect(await stateOf('part')).toMatchObject([{ state: 'RUNNING', lease: 0 }]);
      expect(await here.cursorOf('part', 'p')).toBe('');
    });

    it('is left to whoever took it over, and the whole goes on', async () => {
      const part = partOf(async (run) => {
        clock.pass(LEASE_MS + 1);
        await there.claim('part', run.slot, false);
        await run.step(() => Promise.resolve('too late'));
      });
      const whole = jobOf(async (run) => {
        expect(await run.part(part, 'p')).toBe(true);
        expect(await run.part(part, 'p')).toBe(false);
      });
      expect(await new JobRunner(test.db, here).workSlot(whole, 's', false)).toBe(true);
      expect(await stateOf('part')).toMatchObject([{ state: 'RUNNING', fence: 2 }]);
    });

    it('that fails fails the whole, and both are tried again', async () => {
      let broken = true;
      const part = partOf(() => (broken ? Promise.reject(new Error('no disk')) : Promise.resolve()));
      const whole = jobOf(async (run) => void (await run.part(part, 'p')));
      const runner = new JobRunner(test.db, here);
      await expect(runner.workSlot(whole, 's', false)).rejects.toThrow('no disk');
      expect((await here.lastFailure('part'))?.error).toContain('no disk');
      broken = false;
      expect(await runner.workSlot(whole, 's', false)).toBe(true);
      expect(await here.isDone('part', 'p')).toBe(true);
    });

    it('is given back with the whole when the process stops', async () => {
      const runner = new JobRunner(test.db, here);
      const part = partOf(async (run) => {
        await run.step(() => Promise.resolve('half'));
        runner.stop();
        await run.step(() => Promise.resolve('whole'));
      });
      const whole = jobOf(async (run) => void (await run.part(part, 'p')));
      await expect(runner.workSlot(whole, 's', false)).rejects.toThrow();
      expect(await stateOf('job')).toMatchObject([{ state: 'RUNNING', lease: 0 }]);
      expect(await stateOf('part')).toMatchObject([{ state: 'RUNNING', lease: 0 }]);
      expect(await here.cursorOf('part', 'p')).toBe('half');
    });
  });

  it('begins no slot before those it follows are done, whoever does them, and lets no later one overtake', async () => {
    const runner = new JobRunner(test.db, here);
    const due: DueSlot[] = ['L/2023-01', 'L/2023-02', 'M/2023-01'].map((slot) => ({
      slot,
      scope: slot.slice(0, 1),
      dueOn: '2023-03-01',
    }));
    const seen: string[] = [];
    const job = { ...jobOf(async ({ slot }) => void seen.push(slot), due), follows: ['opening', 'forms'] };
    const done = async (name: string, slots: readonly string[]) => {
      for (const slot of slots) {
        const claim = await there.claim(name, slot, false);
        await test.db.unitOfWork.run(() => there.done(claim!, {}));
      }
    };
    await done('opening', ['L/2023-01', 'L/2023-02', 'M/2023-01']);
    await done('forms', ['L/2023-02', 'M/2023-01']);
    const forms = await there.claim('forms', 'L/2023-01', false);
    const waiting = { failed: [], taken: [], held: [] };
    expect(await runner.workDue(job, '2023-03-02', 3)).toEqual({ ...waiting, done: ['M/2023-01'] });
    // What failed is no more done than what is under way.
    await there.failed(forms!, 'no answer');
    expect(await runner.workDue(job, '2023-03-02', 3)).toEqual({ ...waiting, done: [] });
    await done('forms', ['L/2023-01']);
    expect((await runner.workDue(job, '2023-03-02', 3)).done).toEqual(['L/2023-01', 'L/2023-02']);
    expect(seen).toEqual(['M/2023-01', 'L/2023-01', 'L/2023-02']);
  });

  it('makes missed slots up oldest first, marked, and stops a scope at its first failure', async () => {
    const runner = new JobRunner(test.db, here);
    const seen: string[] = [];
    const due: DueSlot[] = ['2023-01', '2023-02', '2023-03'].map((month) => ({
      slot: `L/${month}`,
      scope: 'L',
      dueOn: `${month}-28`,
    }));
    const job = jobOf(async (run) => {
      if (run.slot === 'L/2023-02' && seen.length === 1) {
        seen.push('fails');
        throw new Error('no');
      }
      seen.push(`${run.slot} ${run.madeUp}`);
    }, due);
    const first = await runner.workDue(job, '2023-03-28', 3);
    expect(first.done).toEqual(['L/2023-01']);
    expect(first.failed).toHaveLength(1);
    const second = await runner.workDue(job, '2023-03-28', 3);
    expect(second.done).toEqual(['L/2023-02', 'L/2023-03']);
    expect(seen).toEqual(['L/2023-01 true', 'fails', 'L/2023-02 true', 'L/2023-03 false']);
  });
});

function jobOf(run: (run: JobRun) => Promise<void>, due: DueSlot[] = []): Job {
  return { name: 'job', catchUp: 'all', slotsDue: () => Promise.resolve(due), run };
}
