import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { persistence } from '../../src/app/persistence.js';
import { loadAuditKey } from '../../src/platform/audit/audit-key.js';
import { loadSettings } from '../../src/platform/config/load-settings.js';
import { seeingAll } from '../../src/platform/database/sight.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { askPostgres } from '../support/ask-postgres.js';
import type { DebianPostgres } from '../support/debian-postgres.js';
import { makeMassData } from '../support/mass-data.js';
import type { RedisServer } from '../support/redis.js';
import { startScaledServers } from '../support/scaled-servers.js';
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
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const servers = await startScaledServers();
  const { postgres, redis, above } = servers;
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
    DATABASE_URL: servers.address,
    DIAODU_DATA_DIR: data,
    DIAODU_LOG_LEVEL: 'silent',
  });
  const db = await openDatabase(settings, persistence);
  loadAuditKey(settings);
  const { ledgerId } = await seeingAll('JOB', () => makeMassData(db, { ...NOVEMBER, tasks }));
  await db.close();
  return {
    ledgerId,
    data,
    postgres,
    redis,
    wires,
    place: (shiftMs, own = {}) => ({ data, shiftMs, settings: { ...variables, ...own } }),
    ask: (sql) => askPostgres(above, sql),
    lay: () => copyTables(above, data),
    async stop() {
      for (const wire of Object.values(wires)) await wire.close();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
