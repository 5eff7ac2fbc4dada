import { describe, expect, it } from '@jest/globals';
import { weeksOf } from './weeks.js';

describe('weeks of a month', () => {
  it('run from Monday to Sunday and hold every day once', () => {
    const weeks = weeksOf('2023-05');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2023-05-0${day}`));
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(31);
  });

  it('leave out days of other months, in a leap year too', () => {
    const weeks = weeksOf('2024-02');
    expect(weeks[0]?.slice(0, 4)).toEqual([null, null, null, '2024-02-01']);
    expect(weeks.flat().findLast((day) => day !== null)).toBe('2024-02-29');
  });

  it('start a year that begins on a Sunday with one day', () => {
    expect(weeksOf('2023-01')[0]).toEqual([null, null, null, null, null, null, '2023-01-01']);
  });
});
