import { databaseBusy } from './database-refusals.js';

/** How much longer somebody may wait. */
export interface Patience {
  isOver: boolean;
}

interface Waiting {
  patience: Patience;
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

  /** Does work when its turn comes; its patience with a foreign lock ends so many milliseconds after it was asked for. */
  async run<T>(patienceMs: number, work: (patience: Patience) => Promise<T>): Promise<T> {
    const patience: Patience = { isOver: false };
    const timer = setTimeout(() => (patience.isOver = true), patienceMs);
    try {
      await this.turn(patience);
      return await this.worked(patience, work);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Refuses those whose patience is over; for the one whose turn it is, while it meets a foreign lock. */
  dismissLate(): void {
    for (const late of this.waiting.filter(({ patience }) => patience.isOver)) {
      this.waiting.splice(this.waiting.indexOf(late), 1);
      late.refuse(databaseBusy());
    }
  }

  /** Awaited by who wants it, so that his work runs as his own and not as that of whoever went before. */
  private turn(patience: Patience): Promise<void> {
    if (this.isTaken) {
      return new Promise((begin, refuse) => this.waiting.push({ patience, begin, refuse }));
    }
    this.isTaken = true;
    return Promise.resolve();
  }

  private async worked<T>(patience: Patience, work: (patience: Patience) => Promise<T>): Promise<T> {
    try {
      return await work(patience);
    } finally {
      const next = this.waiting.shift();
      if (next) next.begin();
      else this.isTaken = false;
    }
  }
}
