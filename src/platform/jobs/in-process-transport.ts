import type { Bell } from './bell.js';
import { Transport } from './transport.js';

/**
 * Answers each bell in this process, one after another, right after the commit. Calls for help with a slot are left unheard:
 * nobody else is there, and whoever calls works it himself.
 */
export class InProcessTransport extends Transport {
  private work: ((bell: Bell) => Promise<void>) | null = null;
  private readonly waiting: Bell[] = [];
  private running: Promise<void> | null = null;

  ring(bells: readonly Bell[]): void {
    if (!this.work) return;
    this.waiting.push(...bells.filter(({ kind }) => kind !== 'slot'));
    this.running ??= this.drain(this.work);
  }

  start(work: (bell: Bell) => Promise<void>): void {
    this.work = work;
  }

  async stop(): Promise<void> {
    this.work = null;
    this.waiting.length = 0;
    await this.running;
  }

  private async drain(work: (bell: Bell) => Promise<void>): Promise<void> {
    // Leave the commit's own call stack (and its unit of work) before any row is worked.
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let bell = this.waiting.shift(); bell !== undefined; bell = this.waiting.shift()) await work(bell);
    this.running = null;
  }
}
