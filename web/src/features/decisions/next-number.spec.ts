import { describe, expect, it } from '@jest/globals';
import { nextNumber } from './next-number.js';

describe('the number offered for a new item of a catalogue', () => {
  it.each([
    [[], '01'],
    [['01', '02', '04'], '05'],
    [['1', '2'], '03'],
    [['09'], '10'],
    [['001', '009'], '010'],
    [['2023-3', '甲'], '01'],
    [['99'], '100'],
  ])('after %j it is %s', (numbers, next) => {
    expect(nextNumber(numbers)).toBe(next);
  });

  it('keeps a catalogue of up to a hundred items in the order they were entered', () => {
    const numbers: string[] = [];
    for (let n = 0; n < 99; n++) numbers.push(nextNumber(numbers));
    expect([...numbers].sort()).toEqual(numbers);
  });
});
