import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { persistence } from '../../src/app/persistence.js';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { seeingAll } from '../../src/platform/database/sight.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { debianPostgresBin, startDebianPostgres, type DebianPostgres } from '../support/debian-postgres.js';
import { makeMassData } from '../support/mass-data.js';
import { redisServer, type RedisServer } from '../support/redis.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { copyTables } from './copy-tables.js';
import { NOVEMBER } from './make-data.js';
import type { Place } from './program.js';

/** A district on PostgreSQL and Redis, with a wire before each server that fails when told to. */
export interface City {
  ledgerId: string;
  /** The data folder all processes share. */
  data: string;
  postgres: DebianPostgres;
  redis: RedisServer;
  wires: { postgres: TcpProxy; redis: TcpProxy };
  place(shiftMs: number, settings?: Record<string, string>): Place;
  /** Asks the database with nothing of the product and no wire between. */
  readonly ask: <Row extends object>(sql: string) => Promise<Row[]>;
  /** Lays the tables into the data folder as a SQLite file, for the checkers. */
  lay(): Promise<void>;
  stop(): Promise<void>;
}

/** Fills a fresh installation below a folder; the same number of tasks gives the same month as the SQLite template. */
export async function foundCity(folder: string, tasks: number): Promise<City> {
  const bin = debianPostgresBin();
  if (bin === null) throw new Error('no PostgreSQL of Debian here');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const postgres = await startDebianPostgres(bin);
  const redis = await redisServer();
  await redis.start();
  const direct = await postgres.createDatabase('diaodu', 'diaodu');
  const wires = {
    postgres: await TcpProxy.before(postgres.port),
    redis: await TcpProxy.before(Number(new URL(redis.url).port)),
  };
  const variables = {
    DIAODU_DATABASE: 'postgres',
    DATABASE_URL: `postgres://diaodu@127.0.0.1:${wires.postgres.port}/diaodu`,
    DIAODU_TRANSPORT: 'bullmq',
    REDIS_URL: `redis://127.0.0.1:${wires.redis.port}`,
  };
  const settings = loadSettings({
    ...variables,
    DATABASE_URL: direct,
    DIAODU_DATA_DIR: data,
    DIAODU_LOG_LEVEL: 'silent',
  });
  const db = await openDatabase(settings, persistence);
  loadAuditKey(settings);
  const { ledgerId } = await seeingAll('JOB', () => makeMassData(db, { ...NOVEMBER, tasks }));
  await db.close();
  const above = `postgres://postgres@127.0.0.1:${postgres.port}/diaodu`;
  return {
    ledgerId,
    data,
    postgres,
    redis,
    wires,
    place: (shiftMs, own = {}) => ({ data, shiftMs, settings: { ...variables, ...own } }),
    ask: (sql) => askOnce(above, sql),
    lay: () => copyTables(above, data),
    async stop() {
      for (const wire of Object.values(wires)) await wire.close();
      await redis.stop();
      postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askOnce<Row extends object>(address: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
