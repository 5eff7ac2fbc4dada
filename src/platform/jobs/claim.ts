import { isDead } from './run-owner.js';

/** A claim on one slot. */
export interface Claim {
  job: string;
  slot: string;
  fence: number;
  cursor: string;
  madeUp: boolean;
}

/** How long a claim holds without a sign of life unless DIAODU_LEASE_MS says otherwise; then any process may take over. */
export const LEASE_MS = 20_000;

/** How a slot stands: done, being worked, or there for whoever claims it first. */
export type Standing = 'DONE' | 'HELD' | 'FREE';

/** What a row says of who has it. */
export interface Held {
  state: string;
  owner: string;
  fence: number;
  lease: number;
}

/** Thrown when a run's fencing number is no longer the row's: another process has taken over. */
export class LeaseLostError extends Error {
  constructor(readonly claim: Claim) {
    super(`lease of ${claim.job} ${claim.slot} lost (fence ${claim.fence})`);
    this.name = 'LeaseLostError';
  }
}

/** Free is a slot whose last attempt failed, whose lease ran out, or whose process is known to be dead. */
export function standingOf({ state, owner, lease }: Held, now: number): Standing {
  if (state === 'FAILED') return 'FREE';
  if (state !== 'RUNNING') return 'DONE';
  return lease < now || isDead(owner) ? 'FREE' : 'HELD';
}
