import type { Logger } from '../log/logger.js';
import { BellQueue } from './bell-queue.js';
import { BellWorker } from './bell-worker.js';
import { LANES, type Bell } from './bell.js';
import type { TransportState } from './transport-state.js';
import { Transport } from './transport.js';

/** How long a worker may be silent after its connection broke before a new one takes its place. */
const REVIVE_MS = 60_000;

/** Rings the workers through Redis. It is a bell and nothing else: with Redis gone, the poll does the same a little later. */
export class BullmqTransport extends Transport {
  private readonly queue: BellQueue;
  private workers: BellWorker[] = [];

  constructor(
    private readonly url: string,
    state: TransportState,
    log: Pick<Logger, 'log' | 'warn'>,
    private readonly reviveMs = REVIVE_MS,
  ) {
    super();
    this.queue = new BellQueue(url, {
      changed: (connected, reason) => {
        if (!state.note(connected, reason)) return;
        if (connected) log.log('Redis 已连通，新任务随到随办。');
        else log.warn('Redis 不可用，任务改由轮询办理（一分钟内），不会丢失。', { reason });
      },
      warn: (text) => log.warn(text),
    });
  }

  ring(bells: readonly Bell[]): void {
    this.queue.ring(bells);
  }

  start(work: (bell: Bell) => Promise<void>): void {
    this.workers = LANES.map((lane) => new BellWorker(this.url, lane, work, this.reviveMs));
    for (const worker of this.workers) worker.start();
  }

  async stop(): Promise<void> {
    const workers = this.workers;
    this.workers = [];
    await Promise.all(workers.map((worker) => worker.stop()));
    await this.queue.close();
  }
}
