import { describe, expect, it } from '@jest/globals';
import { isPlain } from './present-queue.js';

const report = {
  state: 'SUBMITTED' as const,
  claimedProgress: 50,
  isLate: 0,
  timesReturned: 0,
  problems: '',
};

describe('reports that can be accepted together', () => {
  it.each([
    ['in time, a little further on', report, 10, true],
    ['no further on', report, 0, true],
    ['the first one, of little', { ...report, claimedProgress: 30 }, null, true],
    ['the first one, of much', report, null, false],
    ['fallen back', report, -1, false],
    ['a leap', report, 31, false],
    ['late', { ...report, isLate: 1 }, 10, false],
    ['returned before', { ...report, timesReturned: 1 }, 10, false],
    ['with problems', { ...report, problems: '经费未到位' }, 10, false],
    ['without a percent', { ...report, claimedProgress: null }, null, false],
    ['accepted already', { ...report, state: 'ACCEPTED' as const }, 10, false],
  ])('%s: %#', (_what, row, jump, plain) => {
    expect(isPlain(row, jump)).toBe(plain);
  });
});
