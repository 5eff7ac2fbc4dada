import pg from 'pg';
import type { RedisServer } from '../test/support/redis.js';
import { inChild, type ChildCost } from './child.js';
import type { Edition, Place } from './edition.js';
import type { Frozen } from './freeze.js';
import { median } from './median.js';
import { withHelpers } from './with-helpers.js';
import type { Floor } from './written-tables.js';

/** One month frozen by so many workers beside the floor, medians of the rounds. */
export interface WorkerRatio {
  tasks: number;
  workers: number;
  ours: number;
  floor: number;
  /** Processor seconds of all workers together, their start included. */
  cpu: number;
  /** Largest of all workers in all rounds, MiB. */
  peakMb: number;
  /** Shards of the last round by worker, most first. */
  shares: number[];
}

/** That a bell's connection ends with its process is no news here. */
const QUIET = { DIAODU_LOG_LEVEL: 'error' };

interface Turn {
  frozen: Frozen;
  costs: ChildCost[];
  shares: number[];
}

/** Fills one database; in each round freezes a copy of it with each number of workers and has the floor write the same rows. */
export async function measureWorkers(
  edition: Edition,
  redis: RedisServer,
  plan: { tasks: number; workers: readonly number[]; rounds: number },
): Promise<WorkerRatio[]> {
  const filled = await edition.empty();
  const words = [String(plan.tasks), '41', '3'];
  const { ledgerId } = await inChild<{ ledgerId: string }>('make-data.js', filled.environment, words);
  const turns = new Map<number, Turn[]>(plan.workers.map((workers) => [workers, []]));
  const floors: Floor[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const forFloor = await edition.copy(filled);
    for (const workers of plan.workers) {
      const forUs = await edition.copy(filled);
      await redis.ask('FLUSHALL');
      turns.get(workers)?.push(await freezeWith(workers, forUs, redis, ledgerId));
      if (workers === plan.workers.at(-1))
        floors.push(await inChild<Floor>('floor-postgres.js', {}, [forUs.address, forFloor.address]));
      await forUs.remove();
    }
    await forFloor.remove();
  }
  await filled.remove();
  const hashes = new Set([...turns.values()].flat().map(({ frozen }) => frozen.hash));
  if (hashes.size !== 1) throw new Error('the snapshot depends on who froze it');
  return [...turns].map(([workers, each]) => ratioOf(plan.tasks, workers, each, floors));
}

async function freezeWith(
  workers: number,
  place: Place,
  redis: RedisServer,
  ledgerId: string,
): Promise<Turn> {
  const environment = { ...place.environment, DIAODU_TRANSPORT: 'bullmq', REDIS_URL: redis.url, ...QUIET };
  const { done, costs } = await withHelpers(workers - 1, environment, () =>
    inChild<Frozen>('freeze.js', environment, [ledgerId]),
  );
  return { frozen: done, costs: [done, ...costs], shares: await sharesOf(place.address) };
}

async function sharesOf(address: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `SELECT COUNT(*)::int AS n FROM schedule_run WHERE job = 'dispatch.freeze-shard' GROUP BY owner ORDER BY n DESC`,
  );
  await client.end();
  return rows.map(({ n }) => n);
}

function ratioOf(
  tasks: number,
  workers: number,
  turns: readonly Turn[],
  floors: readonly Floor[],
): WorkerRatio {
  return {
    tasks,
    workers,
    ours: median(turns.map(({ frozen }) => frozen.seconds)),
    floor: median(floors.map(({ seconds }) => seconds)),
    cpu: median(turns.map(({ costs }) => costs.reduce((sum, { processCpu }) => sum + processCpu, 0))),
    peakMb: Math.max(...turns.flatMap(({ costs }) => costs.map(({ peakMb }) => peakMb))),
    shares: turns.at(-1)?.shares ?? [],
  };
}
