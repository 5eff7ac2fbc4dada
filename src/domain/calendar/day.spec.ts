import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayOf, daysBetween, type Day } from './day.js';

const ANY_DAY = fc
  .tuple(
    fc.integer({ min: 1000, max: 9000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => dayOf(year, month, date) as Day);

describe('加天数', () => {
  it('agrees with the calendar of Temporal, forward and back', () => {
    fc.assert(
      fc.property(ANY_DAY, fc.integer({ min: -200_000, max: 200_000 }), (day, n) => {
        expect(addDays(day, n)).toBe(Temporal.PlainDate.from(day).add({ days: n }).toString());
      }),
      { numRuns: 500 },
    );
  });

  it('is undone by going back, and measured by the days between', () => {
    fc.assert(
      fc.property(ANY_DAY, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-03-01', -1, '2023-02-28'],
    ['2100-03-01', -1, '2100-02-28'],
    ['2023-06-15', 0, '2023-06-15'],
  ])('%s and %i days is %s', (day, n, expected) => {
    expect(addDays(day, n)).toBe(expected);
  });

  it.each([
    ['2023-02-29', 1],
    ['2023-1-1', 1],
    ['2023-01-01', 0.5],
    ['9999-12-31', 1],
    ['0000-01-01', -1],
  ])('refuses %s and %d days', (day, n) => {
    expect(() => addDays(day, n)).toThrow(RangeError);
  });
});
