import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { slotBell, type Bell } from '../../src/platform/jobs/bell.js';
import { BullmqTransport } from '../../src/platform/jobs/bullmq-transport.js';
import { Doorbell } from '../../src/platform/jobs/doorbell.js';
import { InProcessTransport } from '../../src/platform/jobs/in-process-transport.js';
import { TransportState } from '../../src/platform/jobs/transport-state.js';
import { Transport } from '../../src/platform/jobs/transport.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { HAS_REDIS, redisServer, type RedisServer } from '../support/redis.js';
import { TestClock } from '../support/test-clock.js';
import { faults, keysOf, officeOn, settled, wipe, type Office } from './transport-bench.js';

const DRIVERS = HAS_REDIS ? (['in-process', 'bullmq'] as const) : (['in-process'] as const);
/** A bell is heard at once; this is far below the poll's minute and leaves a slow machine its time. */
const SOON_MS = 5_000;
const NO_LOG = { log: () => undefined, warn: () => undefined };

describe.each(DRIVERS.flatMap((driver) => DATABASES.map((database) => ({ driver, database }))))(
  'transport $driver on $database',
  ({ driver, database }) => {
    let test: TestDatabase;
    let redis: RedisServer | null = null;
    let open: Transport[];

    beforeAll(async () => {
      test = await openTestDatabase(database);
      if (driver === 'bullmq') {
        redis = await redisServer();
        await redis.start();
      }
    }, 60_000);
    afterAll(async () => {
      await redis?.stop();
      await test.close();
    });
    beforeEach(async () => {
      open = [];
      await wipe(test.db);
    });
    afterEach(async () => {
      for (const transport of open) await transport.stop();
    });

    /** As the program makes it, connected where there is something to connect to. */
    async function transport(): Promise<Transport> {
      const state = new TransportState(driver, new TestClock());
      const made = redis ? new BullmqTransport(redis.url, state, NO_LOG) : new InProcessTransport();
      open.push(made);
      for (let tries = 0; !state.connected && tries < 200; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return made;
    }

    async function working(): Promise<Office> {
      const bells = await transport();
      const office = officeOn(test.db, bells);
      bells.start((bell) => office.desk.answer(bell));
      return office;
    }

    it('works rows soon after their commit, each once', async () => {
      const office = await working();
      const keys = keysOf('a', 60);
      await Promise.all(keys.map((key) => office.put(key)));
      expect(await settled(test.db, keys, SOON_MS)).toEqual([]);
    });

    it('tells nothing of a change that was rolled back', async () => {
      const rung: Bell[] = [];
      const bells = await transport();
      bells.start(async (bell) => void rung.push(bell));
      const office = officeOn(test.db, bells);
      const failing = test.db.unitOfWork.run(async () => {
        await office.put('b');
        throw new Error('change refused');
      });
      await expect(failing).rejects.toThrow('change refused');
      await office.put('c');
      while (rung.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(rung).toHaveLength(1);
      await office.poll();
      expect(await faults(test.db, ['c'])).toEqual([]);
    });

    it('works a row once though bells, two workers and their polls all find it', async () => {
      const [one, two] = [await working(), await working()];
      const keys = keysOf('d', 40);
      await Promise.all([...keys.map((key) => one.put(key)), one.poll(), two.poll()]);
      await Promise.all([one.poll(), two.poll(), one.poll()]);
      expect(await settled(test.db, keys, SOON_MS)).toEqual([]);
    });

    it('finds by the poll what no bell told of', async () => {
      const office = await working();
      const deaf = officeOn(test.db, new LosingTransport());
      await deaf.put('e');
      await office.poll();
      expect(await faults(test.db, ['e'])).toEqual([]);
    });

    it('works nothing after it was stopped, and loses nothing by that', async () => {
      const bells = await transport();
      const office = officeOn(test.db, bells);
      bells.start((bell) => office.desk.answer(bell));
      await bells.stop();
      await office.put('f');
      expect(await settled(test.db, ['f'], 300)).toEqual(['lost f']);
      await office.poll();
      expect(await faults(test.db, ['f'])).toEqual([]);
    });

    it('calls other processes to help with slots, one at a time and without holding up events; nobody else is there in process', async () => {
      const office = await working();
      const gate = { open: () => {} };
      const opened = new Promise<void>((resolve) => (gate.open = resolve));
      const begun: string[] = [];
      office.registry.addJob({
        name: 'help',
        catchUp: 'all',
        isRung: true,
        slotsDue: async (today) => ['s0', 's1', 's2'].map((slot) => ({ slot, scope: slot, dueOn: today })),
        run: async ({ slot }) => {
          begun.push(slot);
          await opened;
        },
      });
      const wanted = driver === 'bullmq' ? ['s0', 's1', 's2'] : [];
      open[0]?.ring(['s0', 's1', 's2', 'not-due'].map((slot) => slotBell('help', slot)));
      await until(() => begun.length >= Math.min(1, wanted.length));
      await office.put('i');
      expect(await settled(test.db, ['i'], SOON_MS)).toEqual([]);
      expect(begun).toEqual(wanted.slice(0, 1));
      gate.open();
      const done = () => test.db.read(`SELECT slot FROM schedule_run WHERE state = 'DONE' ORDER BY slot`);
      await until(async () => (await done()).length === wanted.length);
      expect(await done()).toEqual(wanted.map((slot) => ({ slot })));
    });

    it('begins a sweep soon after what it looks for is committed, once a unit, and not for what was undone', async () => {
      const bells = await transport();
      const { desk, registry } = officeOn(test.db, bells);
      let rounds = 0;
      registry.addSweep({ name: 'told.sweep', sweep: async () => void (rounds += 1) });
      bells.start((bell) => desk.answer(bell));
      const doorbell = new Doorbell(test.db, bells);
      const ring = () => doorbell.ring({ kind: 'sweep', id: 'told.sweep' });
      const undone = test.db.unitOfWork.run(async () => {
        ring();
        throw new Error('change refused');
      });
      await expect(undone).rejects.toThrow('change refused');
      await test.db.unitOfWork.run(async () => {
        for (let i = 0; i < 5; i++) ring();
      });
      for (let waited = 0; rounds === 0 && waited < SOON_MS; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await bells.stop();
      await desk.idle();
      expect(rounds).toBe(1);
    });

    it('is held to this by checks that bite: lost bells without a poll, and rows worked without a claim', async () => {
      const deaf = officeOn(test.db, new LosingTransport());
      await deaf.put('g');
      expect(await settled(test.db, ['g'], 300)).toEqual(['lost g']);
      const office = await working();
      await office.put('h');
      await settled(test.db, ['h'], SOON_MS);
      // A driver that gives a bell twice to a worker that does not claim: planted by putting the row back.
      await test.db.unitOfWork.run(() =>
        test.db.write(`UPDATE outbox SET state = 'WAITING' WHERE key = 'h'`),
      );
      await office.poll();
      expect(await faults(test.db, ['h'])).toContain('doubled h');
    });
  },
);

/** Waits for something that should be so soon; what is not is told by what is expected next. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < SOON_MS && !(await isSo()); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Planted: loses every bell. */
class LosingTransport extends Transport {
  ring(): void {}
  start(): void {}
  stop(): Promise<void> {
    return Promise.resolve();
  }
}
