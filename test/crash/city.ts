import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askPostgres } from '../support/ask-postgres.js';
import { startStandby, type DebianPostgres } from '../support/debian-postgres.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import type { RedisServer } from '../support/redis.js';
import { startScaledServers } from '../support/scaled-servers.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { copyTables } from './copy-tables.js';
import { fillDistrict, NOVEMBER } from './make-data.js';
import type { Place } from './program.js';
import { letClerkInto } from './web-office.js';

/** A district on PostgreSQL and Redis, with a wire before each server that fails when told to. */
export interface City {
  ledgerId: string;
  /** The data folder all processes share. */
  data: string;
  postgres: DebianPostgres;
  redis: RedisServer;
  /** The office's mail server; without one mails go into files. */
  mail: MailServer | null;
  wires: { postgres: TcpProxy; redis: TcpProxy; mail?: TcpProxy };
  place(shiftMs: number, settings?: Record<string, string>): Place;
  /** Asks the database with nothing of the product and no wire between. */
  readonly ask: <Row extends object>(sql: string) => Promise<Row[]>;
  /** kill −9 of PostgreSQL; after a while its standby is promoted and the address led to it, as a cluster manager does. */
  failOver(pauseMs: number): Promise<void>;
  /** Lays the tables into the data folder as a SQLite file, for the checkers. */
  lay(): Promise<void>;
  stop(): Promise<void>;
}

/** What a city has beside its PostgreSQL and its Redis. */
export interface Wants {
  standby?: boolean;
  mail?: boolean;
}

/** Fills a fresh installation below a folder; the same number of tasks gives the same month as the SQLite template. */
export async function foundCity(folder: string, tasks: number, wants: Wants = {}): Promise<City> {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const servers = await startScaledServers();
  const { postgres, redis } = servers;
  let { above } = servers;
  const mail = wants.mail ? await startMailServer() : null;
  const wires: City['wires'] = {
    postgres: await TcpProxy.before(postgres.port),
    redis: await TcpProxy.before(Number(new URL(redis.url).port)),
    ...(mail ? { mail: await TcpProxy.before(Number(new URL(mail.url).port)) } : {}),
  };
  const variables = {
    DIAODU_DATABASE: 'postgres',
    DATABASE_URL: `postgres://diaodu@127.0.0.1:${wires.postgres.port}/diaodu`,
    DIAODU_TRANSPORT: 'bullmq',
    REDIS_URL: `redis://127.0.0.1:${wires.redis.port}`,
    ...(wires.mail ? { DIAODU_SMTP_URL: `smtp://127.0.0.1:${wires.mail.port}` } : {}),
  };
  const straight = { ...variables, DATABASE_URL: servers.address, DIAODU_DATA_DIR: data };
  const { ledgerId } = await fillDistrict(straight, { ...NOVEMBER, tasks }, letClerkInto);
  const standby = wants.standby ? await startStandby(postgres) : null;
  return {
    ledgerId,
    data,
    postgres,
    redis,
    mail,
    wires,
    place: (shiftMs, own = {}) => ({ data, shiftMs, settings: { ...variables, ...own } }),
    ask: (sql) => askPostgres(above, sql),
    async failOver(pauseMs) {
      if (!standby) throw new Error('this city has no standby');
      postgres.kill();
      await sleep(pauseMs);
      standby.promote();
      wires.postgres.leadTo(standby.port);
      above = `postgres://postgres@127.0.0.1:${standby.port}/diaodu`;
    },
    lay: () => copyTables(above, data),
    async stop() {
      for (const wire of Object.values(wires)) await wire.close();
      await mail?.close();
      standby?.stop();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
