import { describe, expect, it } from '@jest/globals';
import { sessionEnd, sessionStanding } from './session-limits.js';

const LIMITS = { idleMinutes: 30, absoluteHours: 12 };
const MINUTE = 60_000;

describe('how long a session lasts (GB/T 22239-2019 8.1.4.1 b)', () => {
  const times = { seenAt: 0, expiresAt: sessionEnd(0, LIMITS), endedAt: null };

  it('lives while it is used', () => {
    expect(sessionStanding(times, 30 * MINUTE - 1, LIMITS)).toBe('LIVE');
  });

  it('ends when idle, at its last hour however busy, and when it was ended', () => {
    expect(sessionStanding(times, 30 * MINUTE, LIMITS)).toBe('IDLE');
    const busy = { ...times, seenAt: 12 * 60 * MINUTE - 1 };
    expect(sessionStanding(busy, 12 * 60 * MINUTE, LIMITS)).toBe('EXPIRED');
    expect(sessionStanding({ ...times, endedAt: 1 }, 2, LIMITS)).toBe('ENDED');
  });
});
