import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what a stopping process still does, but no longer than so many milliseconds; rejects when the work does. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  try {
    await Promise.race([work, sleep(ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
  } finally {
    // A timer left over would keep the process alive.
    patience.abort();
  }
}
