import type { Bell } from './bell.js';

/**
 * Carries the news that rows wait; never the rows themselves. The tables stay the truth: whatever a transport loses, the
 * next poll finds, and whatever it tells twice is worked once. One driver works in process, the other rings the workers
 * through a queue server; test/contract/transport.spec.ts holds both to the same promises.
 */
export abstract class Transport {
  /** Tells that these rows wait. Called after their commit; does not throw, does not block, and may be lost. */
  abstract ring(bells: readonly Bell[]): void;
  /** Begins to work; `work` is called with one bell, resolves when it was tried and never rejects. */
  abstract start(work: (bell: Bell) => Promise<void>): void;
  /** Stops taking news and waits, a few seconds at most, for what is being worked. */
  abstract stop(): Promise<void>;
}
