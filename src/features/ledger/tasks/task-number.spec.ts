import { describe, expect, it } from '@jest/globals';
import { nextNumber, partNumbers, sortKeyOf } from './task-number.js';

describe('task numbers', () => {
  it('sort in reading order: 2 before 10, parts right after their original, full-width alike', () => {
    const numbers = ['10', '3.1', '2', '3', '３.2', '3.10'];
    expect(numbers.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual([
      '2',
      '3',
      '3.1',
      '３.2',
      '3.10',
      '10',
    ]);
  });

  it('of parts keep the original’s and pass over those in use', () => {
    expect(partNumbers('3', 2, new Set(['3', '3.1']))).toEqual(['3.2', '3.3']);
  });

  it('go on after the highest whole number', () => {
    expect(nextNumber(['1', '7.2', '（三）', '12'])).toBe('13');
    expect(nextNumber([])).toBe('1');
  });
});
