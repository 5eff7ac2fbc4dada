import { describe, expect, it } from '@jest/globals';
import { dayInWords, monthInWords, periodInWords } from './words.js';

describe('days and months in words', () => {
  it('are written without leading zeros (GB/T 9704-2012)', () => {
    expect([dayInWords('2023-05-01'), dayInWords('2023-11-30')]).toEqual(['2023年5月1日', '2023年11月30日']);
    expect([monthInWords('2023-05'), monthInWords('2023-11')]).toEqual(['2023年5月', '2023年11月']);
  });

  it.each([
    ['2023Q1', '2023年第一季度'],
    ['2023Q4', '2023年第四季度'],
    ['2023H1', '2023年上半年'],
    ['2023H2', '2023年下半年'],
    ['2023', '2023年'],
    ['2023-W07', '2023年第7周'],
    ['2023-06', '2023年6月'],
    ['2023-06-01', '2023年6月1日'],
    ['完成2023年清单', '完成2023年清单'],
    ['2023Q5', '2023Q5'],
    ['1', '1'],
    ['', ''],
  ])('say the period %s as “%s”', (period, words) => expect(periodInWords(period)).toBe(words));
});
