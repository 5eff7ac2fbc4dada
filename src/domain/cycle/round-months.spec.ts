import { describe, expect, it } from '@jest/globals';
import { roundsOpened, roundsToFreeze } from './round-months.js';

describe('rounds of a ledger', () => {
  it('open with the month of the issue date, then on the 1st (办内惯例)', () => {
    expect(roundsOpened('2023-01-10', '2023-03-01')).toEqual([
      { month: '2023-01', dueOn: '2023-01-10' },
      { month: '2023-02', dueOn: '2023-02-01' },
      { month: '2023-03', dueOn: '2023-03-01' },
    ]);
    expect(roundsOpened('2023-01-10', '2023-01-09')).toEqual([]);
    expect(roundsOpened(null, '2023-03-01')).toEqual([]);
  });

  it('are frozen from the day after the month ends, over the turn of the year too', () => {
    expect(roundsToFreeze('2023-11-02', '2023-11-30')).toEqual([]);
    expect(roundsToFreeze('2023-11-02', '2024-01-01')).toEqual([
      { month: '2023-11', dueOn: '2023-12-01' },
      { month: '2023-12', dueOn: '2024-01-01' },
    ]);
  });
});
