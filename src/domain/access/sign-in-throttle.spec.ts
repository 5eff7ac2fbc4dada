import { describe, expect, it } from '@jest/globals';
import {
  accountFailed,
  addressFailed,
  isLocked,
  networkOf,
  ownTryFailed,
  NO_FAILURES,
  waitFor,
  type Failures,
  type ThrottleRules,
} from './sign-in-throttle.js';

const RULES: ThrottleRules = { lockAfter: 5, lockMinutes: 15, addressLockAfter: 18 };
const HOUR = 3_600_000;

/** How many guesses are looked at within an hour by somebody who tries without pause. */
function guessesInAnHour(): number {
  let record: Failures = NO_FAILURES;
  let tested = 0;
  for (let now = 0; now < HOUR; now += 250) {
    if (waitFor(record, now) > 0) continue;
    tested++;
    record = accountFailed(record, now, RULES);
  }
  return tested;
}

describe('limiting failed sign-ins (GB/T 22239-2019 8.1.4.1 b)', () => {
  it('slows an account down by 1, 2, 4, 8 seconds and then locks it for a quarter of an hour', () => {
    let record: Failures = NO_FAILURES;
    const pauses: number[] = [];
    for (let i = 0; i < 6; i++) {
      record = accountFailed(record, 1_000_000, RULES);
      pauses.push(waitFor(record, 1_000_000) / 1000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 900, 900]);
    expect(isLocked(record, 1_000_000, RULES)).toBe(true);
    expect(isLocked(record, 1_000_000 + 900_000, RULES)).toBe(false);
  });

  it('looks at no more than ten guesses of one account within an hour', () => {
    expect(guessesInAnHour()).toBeLessThanOrEqual(10);
  });

  it('forgets after a quiet day, so that yesterday does not lock today', () => {
    const old: Failures = { failures: 4, lastFailureAt: 0, blockedUntil: 0 };
    expect(accountFailed(old, 25 * HOUR, RULES).failures).toBe(1);
    expect(accountFailed(old, HOUR, RULES).failures).toBe(5);
  });

  it('lets somebody who is signed in mistype four times without a pause', () => {
    let record: Failures = NO_FAILURES;
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      record = ownTryFailed(record, 0, RULES);
      waits.push(waitFor(record, 0) / 60_000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 15, 15]);
    expect(ownTryFailed(record, 25 * HOUR, RULES).failures).toBe(1);
  });

  it('holds an address off after its limit and lets it in after the same time', () => {
    let record: Failures = NO_FAILURES;
    for (let i = 0; i < 17; i++) record = addressFailed(record, 0, RULES);
    expect(waitFor(record, 0)).toBe(0);
    record = addressFailed(record, 0, RULES);
    expect(waitFor(record, 0)).toBe(15 * 60_000);
    expect(addressFailed(record, HOUR, RULES).failures).toBe(1);
  });

  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1', 'fe80:0:0:0::/64'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
