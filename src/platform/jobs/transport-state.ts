import type { Clock } from '../clock/clock.js';

/** The drivers of the transport. */
export type TransportDriver = 'in-process' | 'bullmq';

/** What is known of the transport; for health, metrics and the page of queues. */
export class TransportState {
  /** Whether bells reach the workers now; without it the poll finds everything within a minute. */
  connected: boolean;
  /** Since when it has been so: milliseconds UTC. */
  since: number;
  /** Why it is not connected, in the words of the queue server or its client; empty while all is well. */
  reason = '';

  constructor(
    readonly driver: TransportDriver,
    private readonly clock: Clock,
  ) {
    this.connected = driver === 'in-process';
    this.since = clock.now();
  }

  /** Notes how it is; true when that is news, so that a log says each change once and not each bell. */
  note(connected: boolean, reason: string): boolean {
    const isNews = this.connected !== connected;
    this.connected = connected;
    this.reason = reason;
    if (isNews) this.since = this.clock.now();
    return isNews;
  }
}
