import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

/** Whether this machine has a redis-server; suites that need one are skipped without it. */
export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;
if (!HAS_REDIS) process.stderr.write('redis-server is missing: suites that need it are skipped\n');

/** A Redis of the spec's own, on a free port with its files in a temporary folder. */
export interface RedisServer {
  readonly url: string;
  /** Starts it; again after `kill`, with whatever is in its folder. */
  start(...words: string[]): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** SIGSTOP: it takes connections and answers nothing. */
  pause(): void;
  resume(): void;
  /** One command, e.g. `FLUSHALL`. */
  ask(command: string, ...words: string[]): Promise<unknown>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** A server that is not running yet; it keeps an append-only file as production should. */
export async function redisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await gone;
  };
  const ask = async (command: string, ...words: string[]): Promise<unknown> => {
    const redis = new Redis(url, { retryStrategy: () => null, lazyConnect: true, disconnectTimeout: 50 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await redis.call(command, ...words);
    } finally {
      redis.disconnect();
    }
  };
  return {
    url,
    async start(...words) {
      const own = ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'yes'];
      child = spawn('redis-server', [...own, ...words], { stdio: 'ignore' });
      for (let tries = 0; ; tries++) {
        if ((await ask('PING').catch(() => null)) === 'PONG') return;
        if (tries > 200) throw new Error('redis-server does not answer');
        await sleep(25);
      }
    },
    kill,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    ask,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
