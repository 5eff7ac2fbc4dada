import { describe, expect, it } from '@jest/globals';
import { judge } from './clock-guard.js';

const NOW = Date.UTC(2023, 10, 30);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('clock guard', () => {
  it('accepts a clock that goes on, and corrections below five minutes', () => {
    expect(judge(NOW, NOW - 30_000, NOW - 30_000).ok).toBe(true);
    expect(judge(NOW, NOW + 4 * MINUTE, NOW).ok).toBe(true);
  });

  it('stops on a clock set back by a day', () => {
    expect(judge(NOW - DAY, NOW, null)).toMatchObject({ ok: false, code: 'CLOCK_WENT_BACK' });
  });

  it('stops on a leap of more than 35 days while running', () => {
    expect(judge(NOW + 40 * DAY, NOW, NOW)).toMatchObject({ ok: false, code: 'CLOCK_JUMPED_AHEAD' });
  });

  it('takes three months between two processes as down-time', () => {
    expect(judge(NOW + 92 * DAY, NOW, null).ok).toBe(true);
  });
});
