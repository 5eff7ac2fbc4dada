import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { BullmqTransport } from '../../src/platform/jobs/bullmq-transport.js';
import { TransportState } from '../../src/platform/jobs/transport-state.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { HAS_REDIS, redisServer, type RedisServer } from '../support/redis.js';
import { TestClock } from '../support/test-clock.js';
import { faults, keysOf, officeOn, settled, type Office } from './transport-bench.js';

/** A write that waited for Redis would take longer than any of its time-outs. */
const WRITE_MS = 1_000;
const BACK_MS = 15_000;

/** Timers that keep this process alive. */
const timersRunning = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

it('an address where nobody listens holds up neither a write nor the end of the process', async () => {
  const test = await openTestDatabase('sqlite');
  const state = new TransportState('bullmq', new TestClock());
  const silent = () => undefined;
  const transport = new BullmqTransport('redis://127.0.0.1:1', state, { log: silent, warn: silent });
  const office = officeOn(test.db, transport);
  transport.start((bell) => office.desk.answer(bell));
  const begun = performance.now();
  await office.put('alone');
  await office.poll();
  await transport.stop();
  expect(performance.now() - begun).toBeLessThan(3 * WRITE_MS);
  expect(state.connected).toBe(false);
  expect(await faults(test.db, ['alone'])).toEqual([]);
  await test.close();
});

describe.each(HAS_REDIS ? DATABASES : [])('Redis in trouble, on %s', (name) => {
  let test: TestDatabase;
  let redis: RedisServer;
  let transport: BullmqTransport | null;
  let office: Office;
  let said: string[];
  let state: TransportState;
  let timers: number;

  beforeEach(async () => {
    timers = timersRunning();
    test = await openTestDatabase(name);
    redis = await redisServer();
    transport = null;
    said = [];
  }, 60_000);
  afterEach(async () => {
    await transport?.stop();
    await redis.stop();
    await test.close();
    // What is left would keep a process alive that was told to stop.
    await sleep(300);
    if (timersRunning() > timers) throw new Error(`${timersRunning() - timers} timers are left running`);
  });

  function begin(reviveMs?: number): void {
    const say = (text: unknown): void => void said.push(String(text));
    state = new TransportState('bullmq', new TestClock());
    transport = new BullmqTransport(redis.url, state, { log: say, warn: say }, reviveMs);
    office = officeOn(test.db, transport);
    transport.start((bell) => office.desk.answer(bell));
  }

  async function untilConnected(connected: boolean): Promise<void> {
    for (let waited = 0; state.connected !== connected && waited < BACK_MS; waited += 20) await sleep(20);
    expect(state.connected).toBe(connected);
  }

  /** Writes rows and says how long the slowest write took. */
  async function write(keys: readonly string[]): Promise<number> {
    let slowest = 0;
    for (const key of keys) {
      const begun = performance.now();
      await office.put(key);
      slowest = Math.max(slowest, performance.now() - begun);
    }
    return slowest;
  }

  /** Bells ring again by themselves: a new row is worked without a poll. */
  async function expectBells(key: string): Promise<void> {
    for (let tries = 0; tries < 30; tries++) {
      const tried = `${key}${tries}`;
      await office.put(tried);
      if ((await settled(test.db, [tried], 500)).length === 0) return;
    }
    throw new Error('bells do not ring again');
  }

  it('absent at the start, there later: writes do not wait, the poll works, then bells ring', async () => {
    begin();
    const keys = keysOf('a', 10);
    expect(await write(keys)).toBeLessThan(WRITE_MS);
    await office.poll();
    expect(await faults(test.db, keys)).toEqual([]);
    await redis.start('--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru');
    await untilConnected(true);
    await expectBells('b');
    expect(said.filter((line) => line.includes('AOF'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('allkeys-lru'))).toHaveLength(1);
  }, 60_000);

  it('killed, started again empty: one line each way, and a new worker where the old one stays away', async () => {
    await redis.start();
    begin(500);
    await untilConnected(true);
    await expectBells('c');
    await redis.kill();
    await untilConnected(false);
    const keys = keysOf('d', 10);
    expect(await write(keys)).toBeLessThan(WRITE_MS);
    await office.poll();
    // Long enough for the worker to be replaced more than once; the wait of a replaced one ends by itself, six seconds later.
    await sleep(1_500);
    timers = Infinity;
    await redis.start();
    await redis.ask('FLUSHALL');
    await untilConnected(true);
    await expectBells('e');
    expect(await faults(test.db, keys)).toEqual([]);
    expect(said.filter((line) => line.includes('不可用'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('已连通'))).toHaveLength(2);
  }, 60_000);

  it('emptied while bells wait: the poll works what is left, nothing twice', async () => {
    await redis.start();
    begin();
    await untilConnected(true);
    const keys = keysOf('f', 60);
    await Promise.all([...keys.map((key) => office.put(key)), redis.ask('FLUSHALL')]);
    await redis.ask('FLUSHALL');
    await office.poll();
    expect(await settled(test.db, keys, 2_000)).toEqual([]);
    await expectBells('g');
  }, 60_000);

  it('stopped in its tracks: writes do not wait; when it goes on, nothing is worked twice', async () => {
    await redis.start();
    begin();
    await untilConnected(true);
    redis.pause();
    const keys = keysOf('h', 10);
    expect(await write(keys)).toBeLessThan(WRITE_MS);
    await untilConnected(false);
    await office.poll();
    redis.resume();
    await expectBells('i');
    expect(await faults(test.db, keys)).toEqual([]);
  }, 60_000);

  it('full, and told to evict nothing: bells are refused, rows are worked all the same', async () => {
    await redis.start('--maxmemory', '1mb', '--maxmemory-policy', 'noeviction');
    begin();
    await untilConnected(true);
    await write(['j']);
    await untilConnected(false);
    expect(state.reason).toContain('OOM');
    await office.poll();
    expect(await faults(test.db, ['j'])).toEqual([]);
    await redis.ask('CONFIG', 'SET', 'maxmemory', '0');
    await expectBells('k');
    expect(state.connected).toBe(true);
  }, 60_000);
});
