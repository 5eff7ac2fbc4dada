import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyTables } from '../crash/copy-tables.js';
import { freePort } from '../support/free-port.js';
import { startScaledServers, type ScaledServers } from '../support/scaled-servers.js';

export type Edition = 'sqlite' | 'postgres';

/** One installation under load: the servers it needs, and its processes once they are started. */
export interface Installation {
  /** Settings of everything that opens it. */
  variables: Record<string, string>;
  data: string;
  /** Starts the processes; gives the address of each that answers. */
  serve(): Promise<string[]>;
  /** What each process that answers says of itself: the delay of its event loop (99 of 100, ms) and its memory (MB). */
  strain(): Promise<{ loopMs: number; megabytes: number }[]>;
  /** Ends the processes and lays the tables where the checker reads them. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN = 'a token of the load test, long enough';

/** One process on SQLite; or two that answer and two that work, on PostgreSQL and Redis, as the two editions are installed. */
export async function install(edition: Edition, folder: string): Promise<Installation> {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const servers = edition === 'postgres' ? await startScaledServers() : null;
  const variables = {
    DIAODU_DATA_DIR: data,
    DIAODU_DATABASE: edition,
    ...(servers ? settingsOf(servers) : {}),
  };
  const running: ChildProcess[] = [];
  const bases: string[] = [];
  return {
    variables,
    data,
    async serve() {
      const own = { ...variables, DIAODU_LOG_LEVEL: 'error', DIAODU_METRICS_TOKEN: TOKEN };
      for (let n = 0; n < (servers ? 2 : 1); n++) {
        const port = await freePort();
        running.push(
          start('main.js', { ...own, PORT: String(port), ...(servers ? { DIAODU_JOBS: 'off' } : {}) }),
        );
        bases.push(`http://127.0.0.1:${port}`);
      }
      for (let n = 0; n < (servers ? 2 : 0); n++) running.push(start('worker.js', own));
      await Promise.all(bases.map(answers));
      return bases;
    },
    strain: () => Promise.all(bases.map(strainOf)),
    async end() {
      const gone = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of running) child.kill('SIGTERM');
      await Promise.all(gone);
      if (servers) await copyTables(servers.above, data);
    },
    stop: async () => servers?.stop(),
  };
}

function settingsOf({ address, redis }: ScaledServers): Record<string, string> {
  return { DATABASE_URL: address, DIAODU_TRANSPORT: 'bullmq', REDIS_URL: redis.url };
}

function start(file: string, settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, ...settings };
  return spawn('node', [join('dist', file)], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function answers(base: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${base}/health/live`).then(({ ok }) => ok, () => false)) return; // prettier-ignore
    await sleep(100);
  }
  throw new Error(`${base} did not start`);
}

async function strainOf(base: string): Promise<{ loopMs: number; megabytes: number }> {
  const answer = await fetch(`${base}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const text = await answer.text();
  const valueOf = (name: string) => Number(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    loopMs: Math.round(valueOf('diaodu_nodejs_eventloop_lag_p99_seconds') * 1000),
    megabytes: Math.round(valueOf('diaodu_process_resident_memory_bytes') / 1024 / 1024),
  };
}
