import { describe, expect, it } from '@jest/globals';
import { dayInWords, monthInWords } from './words.js';

describe('days and months in words', () => {
  it('are written without leading zeros (GB/T 9704-2012)', () => {
    expect([dayInWords('2023-05-01'), dayInWords('2023-11-30')]).toEqual(['2023年5月1日', '2023年11月30日']);
    expect([monthInWords('2023-05'), monthInWords('2023-11')]).toEqual(['2023年5月', '2023年11月']);
  });
});
