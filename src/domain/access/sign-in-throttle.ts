/** How often signing in may fail; config/access.yaml. GB/T 22239-2019 8.1.4.1 b: limit failed sign-ins. */
export interface ThrottleRules {
  /** Failures after which an account is locked; before that each failure costs a growing pause. */
  lockAfter: number;
  lockMinutes: number;
  /** Failures from one address, whatever the accounts, after which the address is held off. */
  addressLockAfter: number;
}

/** What has failed under one key: an account, an address, or a device that has signed in before. */
export interface Failures {
  failures: number;
  /** Instants in milliseconds; 0 when nothing has failed yet. */
  lastFailureAt: number;
  blockedUntil: number;
}

export const NO_FAILURES: Failures = { failures: 0, lastFailureAt: 0, blockedUntil: 0 };

/** After this long without a failure the count begins anew. */
const FORGET_MS = 24 * 3_600_000;
const MINUTE = 60_000;

/** Milliseconds until the next try is looked at; 0 when it may be tried now. */
export function waitFor(record: Failures, now: number): number {
  return Math.max(0, record.blockedUntil - now);
}

/** One more failure of an account or device: pauses of 1, 2, 4 … seconds, then the lock, anew at every further one. */
export function accountFailed(record: Failures, now: number, rules: ThrottleRules): Failures {
  const failures = countedBefore(record, now, FORGET_MS) + 1;
  const pause = failures < rules.lockAfter ? 1000 * 2 ** (failures - 1) : rules.lockMinutes * MINUTE;
  return { failures, lastFailureAt: now, blockedUntil: now + pause };
}

/** One more wrong password or code of somebody who is signed in: no pause until the limit (people mistype), then the lock. */
export function ownTryFailed(record: Failures, now: number, rules: ThrottleRules): Failures {
  const failures = countedBefore(record, now, FORGET_MS) + 1;
  const blockedUntil = failures < rules.lockAfter ? 0 : now + rules.lockMinutes * MINUTE;
  return { failures, lastFailureAt: now, blockedUntil };
}

/** One more failure from an address: nothing until the limit (a whole office may share it), then it is held off. */
export function addressFailed(record: Failures, now: number, rules: ThrottleRules): Failures {
  const window = rules.lockMinutes * MINUTE;
  const failures = countedBefore(record, now, window) + 1;
  const blockedUntil = failures < rules.addressLockAfter ? 0 : now + window;
  return { failures, lastFailureAt: now, blockedUntil };
}

/** True when a record says that an account is locked, not merely slowed down. */
export function isLocked(record: Failures, now: number, rules: ThrottleRules): boolean {
  return record.failures >= rules.lockAfter && waitFor(record, now) > 0;
}

/** The network an address is counted as: an IPv6 caller owns a whole /64 and could change its address at will. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = plain.includes('::') && tail !== '' ? tail.split(':') : [];
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
    : [];
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function countedBefore(record: Failures, now: number, window: number): number {
  return now - record.lastFailureAt > window ? 0 : record.failures;
}
