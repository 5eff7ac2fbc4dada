import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InProcessTransport } from '../../src/platform/jobs/in-process-transport.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';
import { TestClock } from '../support/test-clock.js';

describe.each(DATABASES)('outbox on %s', (name) => {
  let test: TestDatabase;
  let clock: TestClock;
  let transport: InProcessTransport;
  let outbox: Outbox;
  let handled: unknown[];
  let failures: number;

  beforeAll(async () => {
    test = await openTestDatabase(name);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.db.unitOfWork.run(() => test.db.write('DELETE FROM outbox'));
    clock = new TestClock();
    transport = new InProcessTransport();
    handled = [];
    failures = 0;
    const registry = new JobRegistry();
    registry.addHandler({
      topic: 'told',
      handle: async (payload) => {
        if (failures-- > 0) throw new Error('not now');
        handled.push(payload);
      },
    });
    outbox = new Outbox(test.db, clock, registry, transport);
  });

  const put = (key: string) => test.db.unitOfWork.run(() => outbox.put('told', key, { key }));
  const states = async () =>
    (await test.db.read<{ state: string }>('SELECT state FROM outbox')).map((r) => r.state);

  it('keeps an event once, however often it is told', async () => {
    await put('a');
    await put('a');
    await outbox.workDue();
    await outbox.workDue();
    expect(handled).toEqual([{ key: 'a' }]);
  });

  it('keeps no event of a change that was rolled back', async () => {
    const failing = test.db.unitOfWork.run(async () => {
      await outbox.put('told', 'b', {});
      throw new Error('change refused');
    });
    await expect(failing).rejects.toThrow('change refused');
    await outbox.workDue();
    expect(handled).toEqual([]);
  });

  it('works an event right after its commit when the transport rings', async () => {
    transport.start(async ({ id }) => void (await outbox.work(id)));
    await put('c');
    while ((await states())[0] !== 'DONE') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(handled).toEqual([{ key: 'c' }]);
    await transport.stop();
  });

  it('tries again later after a failure and gives up visibly after twelve tries', async () => {
    failures = 2;
    await put('d');
    await outbox.workDue();
    expect(await outbox.workDue()).toBe(0);
    clock.pass(6_000);
    await outbox.workDue();
    clock.pass(12_000);
    await outbox.workDue();
    expect(handled).toEqual([{ key: 'd' }]);

    failures = 99;
    await put('e');
    for (let i = 0; i < 12; i++) {
      await outbox.workDue();
      clock.pass(5 * 3_600_000);
    }
    expect((await states()).sort((a, b) => a.localeCompare(b))).toEqual(['DEAD', 'DONE']);
  });

  it('refuses a topic that nobody handles before anything is written', async () => {
    await expect(test.db.unitOfWork.run(() => outbox.put('unheard', 'x', {}))).rejects.toThrow('no handler');
  });
});
