import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Teller } from './progress-board.js';

const storage = new AsyncLocalStorage<Teller>();

/** Runs a deed whose progress is told to somebody; everything awaited inside can say how far it is. */
export function tellingTo<T>(teller: Teller, deed: () => T): T {
  return storage.run(teller, deed);
}

/**
 * How far the running work is, for the person who waits for it. Found through the call and not through arguments, so that
 * no signature speaks of progress; where nobody listens (jobs, the command line) it is silence. Said between the steps of
 * slow work, never inside them: it writes nothing and cannot fail.
 */
@Injectable()
export class Progress {
  /** `done` of `total` steps and what is being done; a total of 0 means that nobody knows how many there are. */
  say(done: number, total: number, text: string): void {
    storage.getStore()?.say(done, total, text);
  }
}
