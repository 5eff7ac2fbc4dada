import { AsyncLocalStorage } from 'node:async_hooks';

/** Who waits: a person for his answer, a job or command, or a migration, which takes the time it takes. */
export type Haste = 'request' | 'job' | 'migration';

const storage = new AsyncLocalStorage<Haste>();

/** Runs work nobody sits and waits for; its statements may take longer (DIAODU_PG_STATEMENT_MS), those of a migration as long as they like. */
export function unhurried<T>(work: () => T, haste: Exclude<Haste, 'request'> = 'job'): T {
  return storage.run(haste, work);
}

/** How much time the running deed has; a person's unless said otherwise, so that nothing hangs by oversight. */
export function currentHaste(): Haste {
  return storage.getStore() ?? 'request';
}
