import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPostgres } from '../support/ask-postgres.js';
import type { MassPlan } from '../support/mass-data.js';
import { startPostgres } from '../support/postgres.js';
import { redisServer, type RedisServer } from '../support/redis.js';
import { fillDistrict } from './make-data.js';
import type { Place } from './program.js';

/** One installation on PostgreSQL: a filled database and a data folder that all its processes share. */
export interface Installation {
  ledgerId: string;
  /** Where a process of this installation lives; pass it to `Program.start`. */
  place(shiftMs: number, settings?: Record<string, string>): Place;
  /** Asks its database with nothing of the product between. */
  readonly ask: <Row extends object>(sql: string, ...values: unknown[]) => Promise<Row[]>;
}

/** A PostgreSQL and a Redis server of the test's own, with as many installations as wanted. */
export interface Cluster {
  redis: RedisServer;
  /** A district filled by a plan; the same plan gives the same month whatever its ids are. */
  install(plan: MassPlan): Promise<Installation>;
  stop(): Promise<void>;
}

/** Starts both servers on free ports with their files in temporary folders. */
export async function startCluster(): Promise<Cluster> {
  const root = mkdtempSync(join(tmpdir(), 'diaodu-cluster-'));
  const [postgres, redis] = [await startPostgres(), await redisServer()];
  await redis.start();
  let installations = 0;
  return {
    redis,
    async install(plan) {
      const url = await postgres.createDatabase();
      const n = ++installations;
      const data = join(root, `data-${n}`);
      // A database number of Redis each, as two installations on one server would have.
      const variables = {
        DIAODU_DATABASE: 'postgres',
        DATABASE_URL: url,
        DIAODU_TRANSPORT: 'bullmq',
        REDIS_URL: `${redis.url}/${n}`,
      };
      const { ledgerId } = await fillDistrict({ ...variables, DIAODU_DATA_DIR: data }, plan);
      return {
        ledgerId,
        place: (shiftMs, own = {}) => ({ data, shiftMs, settings: { ...variables, ...own } }),
        ask: (sql, ...values) => askPostgres(url, sql, values),
      };
    },
    async stop() {
      await redis.stop();
      await postgres.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
