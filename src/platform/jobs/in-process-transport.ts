import { Transport } from './transport.js';

/** Works each row in this process, one after another, right after the commit. */
export class InProcessTransport extends Transport {
  private work: ((id: string) => Promise<void>) | null = null;
  private readonly waiting: string[] = [];
  private running: Promise<void> | null = null;

  ring(ids: readonly string[]): void {
    if (!this.work) return;
    this.waiting.push(...ids);
    this.running ??= this.drain(this.work);
  }

  start(work: (id: string) => Promise<void>): void {
    this.work = work;
  }

  async stop(): Promise<void> {
    this.work = null;
    this.waiting.length = 0;
    await this.running;
  }

  private async drain(work: (id: string) => Promise<void>): Promise<void> {
    // Leave the commit's own call stack (and its unit of work) before any row is worked.
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) await work(id);
    this.running = null;
  }
}
