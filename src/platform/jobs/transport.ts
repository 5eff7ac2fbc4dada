/**
 * Carries the news that outbox rows wait; never the rows themselves. The tables stay the truth: whatever a transport
 * loses, the next poll finds. One driver works in process; a queue server is another driver of the same port.
 */
export abstract class Transport {
  /** Tells that these rows wait. Called after their commit; must not throw and not block. */
  abstract ring(ids: readonly string[]): void;
  /** Begins to work; `work` is called with the id of one row and resolves when it was tried. */
  abstract start(work: (id: string) => Promise<void>): void;
  /** Stops taking news and waits for what is being worked. */
  abstract stop(): Promise<void>;
}
