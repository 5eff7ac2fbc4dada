import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startRedis } from '../test/support/redis.js';
import { inChild } from './child.js';
import type { Edition, Place } from './edition.js';
import { median } from './median.js';
import { DUE_DAY } from './month.js';

/** One freeze worked by several processes. */
export interface SharedFreeze {
  /** From the first claim of the month to its end, median of the rounds. */
  seconds: number;
  hash: string;
  /** How many shards each process worked in the last round, most first. */
  shardsBy: number[];
}

const PATIENCE_MS = 600_000;

interface Finished {
  seconds: number;
  hash: string;
  shardsBy: number[];
}

/** Fills one database, then lets so many workers find and freeze the month on copies of it. */
export async function measureShared(
  edition: Edition,
  tasks: number,
  workers: number,
  rounds: number,
): Promise<SharedFreeze> {
  const filled = await edition.empty();
  try {
    await inChild('make-data.js', filled.environment, [String(tasks), '41', '3', DUE_DAY]);
    const ended: Finished[] = [];
    for (let round = 0; round < rounds; round++)
      ended.push(await oneRound(await edition.copy(filled), workers));
    if (new Set(ended.map(({ hash }) => hash)).size !== 1) throw new Error('rounds differ in their snapshot');
    const last = ended.at(-1);
    return {
      seconds: median(ended.map(({ seconds }) => seconds)),
      hash: last?.hash ?? '',
      shardsBy: last?.shardsBy ?? [],
    };
  } finally {
    await filled.remove();
  }
}

async function oneRound(place: Place, workers: number): Promise<Finished> {
  const redis = await startRedis();
  const children = Array.from({ length: workers }, () => worker(place, redis.url));
  try {
    return await untilFrozen(place.address);
  } finally {
    await Promise.all(children.map(end));
    await redis.stop();
    await place.remove();
  }
}

function worker(place: Place, redis: string): ChildProcess {
  const program = fileURLToPath(new URL('../src/worker.js', import.meta.url));
  const environment = {
    ...place.environment,
    DIAODU_JOBS: 'on',
    DIAODU_TRANSPORT: 'bullmq',
    REDIS_URL: redis,
  };
  return spawn(process.execPath, [program], { env: { ...process.env, ...environment }, stdio: 'ignore' });
}

/** Asks the table of slots, so that the measuring costs the measured nothing but one small question a quarter second. */
async function untilFrozen(address: string): Promise<Finished> {
  const client = new pg.Client({
    connectionString: address,
    options: '-c diaodu.jurisdiction=/ -c diaodu.department=',
  });
  await client.connect();
  try {
    for (let waited = 0; waited < PATIENCE_MS; waited += 250) {
      const found = await client.query<{ ms: string; hash: string }>(
        `SELECT finished_at - started_at AS ms, result::json ->> 'snapshotSha256' AS hash FROM schedule_run
          WHERE job = 'dispatch.freeze' AND state = 'DONE'`,
      );
      const [run] = found.rows;
      if (run) return { seconds: Number(run.ms) / 1000, hash: run.hash, shardsBy: await shardsBy(client) };
      await sleep(250);
    }
    throw new Error('the month was not frozen in time');
  } finally {
    await client.end();
  }
}

async function shardsBy(client: pg.Client): Promise<number[]> {
  const found = await client.query<{ n: string }>(
    `SELECT COUNT(*) AS n FROM schedule_run WHERE job = 'dispatch.freeze-shard' GROUP BY owner ORDER BY n DESC`,
  );
  return found.rows.map(({ n }) => Number(n));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'exit');
  child.kill('SIGTERM');
  await closed;
}
