import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fractionText, percentOf, placesOf, sumOf } from './fraction.js';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('比率', () => {
  it.each([
    [2499, 2500, 99.9],
    [9999, 10000, 99.9],
    [20, 20, 100],
    [13, 15, 86.7],
    [1, 8, 12.5],
    [0, 3, 0],
  ])('E30 %d/%d is %d: one decimal, 100 only for the whole', (numerator, denominator, percent) => {
    expect(percentOf(share(numerator, denominator))).toBe(percent);
  });

  it('E30 reads 100 if and only if numerator and denominator are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (denominator, missing) => {
        const numerator = Math.max(0, denominator - missing);
        expect(percentOf(share(numerator, denominator)) === 100).toBe(numerator === denominator);
      }),
    );
  });

  it('E22 0/0 is 无应出庭案件, has no place in the ranking and is not averaged', () => {
    expect(percentOf(share(0, 0))).toBeNull();
    expect(fractionText(share(0, 0))).toBe('无应出庭案件');
    expect(placesOf([share(1, 1), share(0, 0), share(2, 2), share(1, 2)])).toEqual([1, null, 1, 3]);
  });

  it('E23 the whole is Σ numerators / Σ denominators, never the mean of rates', () => {
    expect(sumOf([share(1, 1), share(8, 16), share(0, 0)])).toEqual(share(9, 17));
    expect(fractionText(sumOf([share(1, 1), share(8, 16)]))).toBe('9/17，52.9%');
    expect(fractionText(share(20, 20))).toBe('20/20，100%');
  });
});
