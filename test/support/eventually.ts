import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until it does not throw any more; after ten seconds with what it threw last. */
export async function eventually(isSo: () => Promise<unknown>): Promise<void> {
  for (let tries = 500; ; tries--) {
    try {
      await isSo();
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await sleep(20);
    }
  }
}
