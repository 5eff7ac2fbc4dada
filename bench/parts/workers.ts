import { HAS_REDIS, redisServer } from '../../test/support/redis.js';
import { roundsFor, type Options } from '../options.js';
import { PrintedTable, type Table } from '../table.js';
import { withEdition } from '../with-edition.js';
import { measureWorkers, type WorkerRatio } from '../worker-ratio.js';

const WORKERS = [1, 2, 4];

/** One month of one ledger frozen by 1, 2 and 4 workers on PostgreSQL and Redis, beside the hand-written transaction. */
export async function workersPart(options: Options, root: string): Promise<Table> {
  const table = new PrintedTable(
    'workers',
    'the same freeze by 1, 2 and 4 workers on PostgreSQL and Redis : one hand-written transaction with the same rows',
  );
  if (!HAS_REDIS || !options.editions.includes('postgres')) return table;
  const redis = await redisServer();
  await redis.start();
  try {
    await withEdition('postgres', root, async (edition) => {
      for (const tasks of options.tasks) {
        const rounds = roundsFor(tasks, options);
        const measured = await measureWorkers(edition, redis, { tasks, workers: WORKERS, rounds });
        for (const ratio of measured) table.add(lineOf(ratio, measured[0]?.ours ?? NaN));
      }
    });
  } finally {
    await redis.stop();
  }
  return table;
}

function lineOf(f: WorkerRatio, alone: number) {
  return {
    tasks: f.tasks,
    workers: f.workers,
    'ours s': f.ours.toFixed(2),
    'floor s': f.floor.toFixed(2),
    ratio: (f.ours / f.floor).toFixed(2),
    'times as fast': (alone / f.ours).toFixed(2),
    'CPU s of all': f.cpu.toFixed(2),
    'peak MB each': f.peakMb.toFixed(0),
    shards: f.shares.join('+'),
  };
}
