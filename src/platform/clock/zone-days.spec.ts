import { describe, expect, it } from '@jest/globals';
import { dayInZone, startOfDayInZone, wallIn } from './zone-days.js';

describe('days of a time zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-26', '2026-11-25T16:00:00.000Z'],
    ['UTC', '2026-11-26', '2026-11-26T00:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
  ])('in %s the day %s begins at %s', (zone, day, instant) => {
    const at = startOfDayInZone(day, zone);
    expect(new Date(at).toISOString()).toBe(instant);
    expect(dayInZone(at, zone)).toBe(day);
    expect(dayInZone(at - 1, zone) < day).toBe(true);
  });

  it('tells the time on the wall', () => {
    expect(wallIn('Asia/Shanghai', Date.UTC(2026, 10, 26, 14, 5, 9))).toBe('2026-11-26 22:05:09');
  });
});
