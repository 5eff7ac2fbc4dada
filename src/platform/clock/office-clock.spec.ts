import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { OfficeClock } from './office-clock.js';

describe('office clock', () => {
  it('moves: two readings of the wired clock differ', async () => {
    const clock = new OfficeClock('Asia/Shanghai');
    const first = clock.now();
    await sleep(5);
    expect(clock.now()).toBeGreaterThan(first);
  });

  it('reads the day in the office zone whatever the process zone is', () => {
    const shanghai = new OfficeClock('Asia/Shanghai');
    const kiritimati = new OfficeClock('Pacific/Kiritimati');
    const honolulu = new OfficeClock('Pacific/Honolulu');
    // These two zones are 24 hours apart, so their dates always differ by one day.
    expect(kiritimati.today() > honolulu.today()).toBe(true);
    expect(shanghai.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(shanghai.timeOfDay()).toMatch(/^\d{2}:\d{2}$/);
  });

  it('holds only today, never the instant', () => {
    const clock = new OfficeClock('Asia/Shanghai');
    clock.hold({ day: '2023-12-20', time: '10:00' });
    expect(clock.today()).toBe('2023-12-20');
    expect(clock.timeOfDay()).toBe('10:00');
    expect(clock.now()).toBeGreaterThan(1_700_000_000_000);
    expect(clock.realToday()).not.toBe('2023-12-20');
  });
});
