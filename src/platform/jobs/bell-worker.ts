import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { atMost } from '../stop/at-most.js';
import { QUEUES } from './bell-queue.js';
import { bellOf, type Bell, type BellLane } from './bell.js';
import { listeningRedis } from './redis-link.js';

/**
 * Bells of a lane that are worked at the same time: several rows, so that one long piece of work does not hold up the short
 * ones; one slot, since slots are long and the next is better worked by a process that has its hands free.
 */
const CONCURRENCY: Readonly<Record<BellLane, number>> = { bells: 4, slots: 1 };
/** How long a stopping process waits for what it works. */
const STOP_PATIENCE_MS = 5_000;
/** How long a worker waits after an error of Redis before it asks again; BullMQ's own figure. */
const PAUSE_MS = 5_000;

interface Listening {
  redis: Redis;
  worker: Worker;
}

/**
 * A worker whose pause after an error of Redis does not keep the process alive: BullMQ's own cannot be ended, and a process
 * that is told to stop would sit it out.
 */
class LetGoWorker extends Worker {
  protected override async checkConnectionError<T>(
    ask: () => Promise<T>,
    pauseMs = PAUSE_MS,
  ): Promise<T | undefined> {
    let failed = false;
    const watched = (): Promise<T> =>
      ask().catch((error: unknown) => {
        failed = true;
        throw error;
      });
    const answer = await super.checkConnectionError(watched, 0);
    if (failed && !this.closing) await sleep(pauseMs, undefined, { ref: false });
    return answer;
  }
}

/** The listening side of one lane. A worker that does not come back after its connection broke is replaced by a new one. */
export class BellWorker {
  private listening: Listening | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly lane: BellLane,
    private readonly work: (bell: Bell) => Promise<void>,
    private readonly reviveMs: number,
  ) {}

  start(): void {
    const redis = listeningRedis(this.url);
    redis.on('error', () => undefined);
    const worker = new LetGoWorker(QUEUES[this.lane], (job) => this.hear(job.data), {
      connection: redis,
      concurrency: CONCURRENCY[this.lane],
      skipVersionCheck: true,
    });
    worker.on('error', () => undefined);
    worker.on('ioredis:close', () => this.expectReturn());
    redis.on('ready', () => this.returned());
    this.listening = { redis, worker };
  }

  async stop(): Promise<void> {
    this.returned();
    const listening = this.listening;
    this.listening = null;
    if (listening) await leave(listening);
  }

  private async hear(data: unknown): Promise<void> {
    const bell = bellOf(data);
    if (bell) await this.work(bell);
  }

  private expectReturn(): void {
    if (!this.listening || this.timer) return;
    this.timer = setTimeout(() => void this.revive(), this.reviveMs);
    this.timer.unref();
  }

  private returned(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async revive(): Promise<void> {
    this.timer = null;
    const old = this.listening;
    if (!old) return;
    this.start();
    await leave(old);
    // As long as Redis is away the new one has not closed yet, since it was never open: ask again.
    if (this.listening?.redis.status !== 'ready') this.expectReturn();
  }
}

/** Lets what is being worked end, unless Redis is away or it takes too long; never fails. */
async function leave({ redis, worker }: Listening): Promise<void> {
  const force = redis.status !== 'ready';
  await atMost(
    force ? 500 : STOP_PATIENCE_MS,
    worker.close(force).catch(() => undefined),
  );
  redis.disconnect();
  // A close that waits for an answer gives up once told to.
  void worker.close(true).catch(() => undefined);
  void worker.disconnect().catch(() => undefined);
}
