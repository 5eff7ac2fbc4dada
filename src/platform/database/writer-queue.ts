import { stopwatch } from '../clock/elapsed.js';
import { databaseBusy } from './database-refusals.js';

interface Waiting {
  isLate(): boolean;
  begin(): void;
  refuse(reason: Error): void;
}

/**
 * Where the units of one process wait for its one writing connection to SQLite, in the order in which they came. As long
 * as units merely follow each other everybody gets his turn, however many there are; it is another program's lock that
 * nobody can say the end of.
 */
export class WriterQueue {
  private readonly waiting: Waiting[] = [];
  private isTaken = false;

  /** Does work when its turn comes; the work is told how long it has waited and may still wait, in milliseconds. */
  async run<T>(patienceMs: number, work: (patienceLeft: () => number) => Promise<T>): Promise<T> {
    const waited = stopwatch();
    const left = () => patienceMs - waited();
    await this.turn(() => left() <= 0);
    try {
      return await work(left);
    } finally {
      this.next();
    }
  }

  /** Refuses those who have waited as long as they may; for the one whose turn it is, while it meets a foreign lock. */
  dismissLate(): void {
    for (const late of this.waiting.filter((one) => one.isLate())) {
      this.waiting.splice(this.waiting.indexOf(late), 1);
      late.refuse(databaseBusy());
    }
  }

  /** Awaited by who wants it, so that his work runs as his own and not as that of whoever went before. */
  private turn(isLate: () => boolean): Promise<void> {
    if (this.isTaken) {
      return new Promise((begin, refuse) => this.waiting.push({ isLate, begin, refuse }));
    }
    this.isTaken = true;
    return Promise.resolve();
  }

  private next(): void {
    const next = this.waiting.shift();
    if (next) next.begin();
    else this.isTaken = false;
  }
}
