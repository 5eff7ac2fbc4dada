import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Token under which the name of this process is provided. */
export const PROCESS_OWNER = Symbol('process owner');

/** Names this process as the owner of runs: `host/pid/token`. */
export function thisOwner(): string {
  return `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
}

/**
 * True when the owner was a process of this machine that no longer exists, so that its slots need not wait for the
 * lease. Unknown machines count as alive; if the answer were ever wrong, the fencing number would still protect.
 */
export function isDead(owner: string): boolean {
  const [host, pid] = owner.split('/');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
