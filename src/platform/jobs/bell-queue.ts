import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { bellName, laneOf, type Bell, type BellLane } from './bell.js';
import { ringingRedis, weaknessesOf } from './redis-link.js';

/** Names of the queues; several installations on one Redis take a database number each (redis://host:6379/2). */
export const QUEUES: Readonly<Record<BellLane, string>> = { bells: 'diaodu-bells', slots: 'diaodu-slots' };

/** Most bells that wait in this process for Redis to take them; what is more is left to the poll. */
const MOST_WAITING = 10_000;
const AT_ONCE = 200;

/** Told what becomes of the connection. */
export interface LinkListener {
  /** `reason` is empty while all is well. */
  changed(connected: boolean, reason: string): void;
  warn(text: string): void;
}

/** The ringing side: puts bells into Redis in the background and forgets those it cannot put. */
export class BellQueue {
  private readonly redis: Redis;
  private readonly queues = new Map<BellLane, Queue>();
  private readonly waiting = new Map<string, Bell>();
  private flushing: Promise<void> | null = null;
  private readonly told = new Set<string>();

  constructor(
    url: string,
    private readonly listener: LinkListener,
  ) {
    let lastError = '';
    this.redis = ringingRedis(url);
    this.redis.on('error', (error: Error) => (lastError = error.message));
    this.redis.on('close', () => this.listener.changed(false, lastError || 'connection closed'));
    this.redis.on('ready', () => void this.greet());
  }

  /** Takes bells in; whatever happens to them happens later and elsewhere. */
  ring(bells: readonly Bell[]): void {
    if (this.redis.status !== 'ready') return;
    for (const bell of bells) {
      if (this.waiting.size < MOST_WAITING) this.waiting.set(bellName(bell), bell);
    }
    this.flushing ??= this.flush();
  }

  /** Gives up what still waits and closes the connection. */
  async close(): Promise<void> {
    this.waiting.clear();
    this.redis.disconnect();
    for (const queue of this.queues.values()) await queue.close().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    // Leave the commit's own call stack (and its unit of work).
    await new Promise<void>((resolve) => setImmediate(resolve));
    try {
      while (this.waiting.size > 0) {
        const bells = this.take();
        await this.openFor(bells);
        await Promise.all(bells.map((bell) => this.put(bell)));
      }
      this.listener.changed(true, '');
    } catch (error) {
      this.waiting.clear();
      this.listener.changed(false, error instanceof Error ? error.message : String(error));
    } finally {
      this.flushing = null;
    }
  }

  private take(): Bell[] {
    const bells = [...this.waiting.values()].slice(0, AT_ONCE);
    for (const bell of bells) this.waiting.delete(bellName(bell));
    return bells;
  }

  /** Made only once Redis has answered: BullMQ waits for ever in a queue whose server was never there. */
  private async openFor(bells: readonly Bell[]): Promise<void> {
    for (const lane of new Set(bells.map(laneOf))) {
      if (this.queues.has(lane)) continue;
      const options = { connection: this.redis, skipVersionCheck: true, skipMetasUpdate: true };
      const queue = new Queue(QUEUES[lane], options);
      queue.on('error', () => undefined);
      await queue.waitUntilReady();
      this.queues.set(lane, queue);
    }
  }

  /** One bell: no second try, no trace once it has rung. */
  private async put(bell: Bell): Promise<void> {
    await this.queues.get(laneOf(bell))?.add(bell.kind, bell, {
      jobId: bellName(bell),
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    });
  }

  private async greet(): Promise<void> {
    try {
      const weaknesses = weaknessesOf(await this.redis.info());
      for (const text of weaknesses.filter((each) => !this.told.has(each))) {
        this.told.add(text);
        this.listener.warn(text);
      }
      this.listener.changed(true, '');
    } catch (error) {
      this.listener.changed(false, error instanceof Error ? error.message : String(error));
    }
  }
}
