import { setTimeout as sleep } from 'node:timers/promises';
import { BellDesk } from '../../src/platform/jobs/bell-desk.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import type { Transport } from '../../src/platform/jobs/transport.js';
import { Logger } from '../../src/platform/log/logger.js';
import type { Database } from '../../src/platform/database/database.js';
import { TestClock } from '../support/test-clock.js';

const MARK = 'told/';

/** One process's share of the outbox: it puts rows, and works those it is told of. */
export interface Office {
  put(key: string): Promise<void>;
  /** What the timer does once a minute. */
  poll(): Promise<void>;
  desk: BellDesk;
  registry: JobRegistry;
}

/** An outbox whose handler counts, in the database and in the same unit, how often each key was worked. */
export function officeOn(db: Database, transport: Transport): Office {
  const registry = new JobRegistry();
  registry.addHandler({
    topic: 'told',
    handle: async (payload) => {
      await db.write(
        `INSERT INTO office_setting (name, value) VALUES (?, '1')
           ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(office_setting.value AS integer) + 1 AS text)`,
        [MARK + (payload as { key: string }).key],
      );
    },
  });
  const outbox = new Outbox(db, new TestClock(), registry, transport);
  const runner = new JobRunner(db, new RunLedger(db, new TestClock(), 'bench'));
  const desk = new BellDesk(registry, outbox, runner, new TestClock(), new Logger('silent'));
  return {
    put: (key) => db.unitOfWork.run(() => outbox.put('told', key, { key })),
    poll: () => desk.clear(),
    desk,
    registry,
  };
}

/** What is wrong, beside these keys worked once each: `lost a`, `doubled b`. */
export async function faults(db: Database, keys: readonly string[]): Promise<string[]> {
  const rows = await db.read<{ name: string; value: string }>(
    `SELECT name, value FROM office_setting WHERE name LIKE 'told/%'`,
  );
  const times = new Map(rows.map(({ name, value }) => [name.slice(MARK.length), Number(value)]));
  return [
    ...keys.filter((key) => !times.has(key)).map((key) => `lost ${key}`),
    ...[...times].filter(([, n]) => n > 1).map(([key]) => `doubled ${key}`),
  ];
}

/** Empties what a case has written. */
export async function wipe(db: Database): Promise<void> {
  await db.unitOfWork.run(async () => {
    await db.write('DELETE FROM outbox');
    await db.write('DELETE FROM schedule_run');
    await db.write(`DELETE FROM office_setting WHERE name LIKE 'told/%'`);
  });
}

/** Waits until every key is worked once, so long at most; gives what is still wrong then. */
export async function settled(db: Database, keys: readonly string[], patienceMs: number): Promise<string[]> {
  for (let waited = 0; ; waited += 20) {
    const wrong = await faults(db, keys);
    if (wrong.length === 0 || waited >= patienceMs) return wrong;
    await sleep(20);
  }
}

/** Names for the rows of a case. */
export function keysOf(prefix: string, n: number): string[] {
  return Array.from({ length: n }, (_, i) => `${prefix}${i}`);
}
