import { describe, expect, it } from '@jest/globals';
import { occurrencesOf } from './deadline-occurrences.js';
import { isReady, resolveDue } from './deadline-resolution.js';
import { parseDeadline } from './parse-deadline.js';

const context = { planYear: 2023, issuedOn: '2023-03-15' };
const occurrences = (raw: string, year = 2023) => occurrencesOf(parseDeadline(raw, context), year);

describe('the periods of a recurring deadline', () => {
  it('are months, February ending when it ends', () => {
    const months = occurrences('每月30日前');
    expect(months).toHaveLength(12);
    expect(months[1]).toEqual({ period: '2023-02', start: '2023-02-01', due: '2023-02-28' });
    expect(months[5]).toEqual({ period: '2023-06', start: '2023-06-01', due: '2023-06-30' });
  });

  it.each([
    ['每季度', ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']],
    ['每季度首月10日前', ['2023-01-10', '2023-04-10', '2023-07-10', '2023-10-10']],
    ['每季度第二个月', ['2023-02-28', '2023-05-31', '2023-08-31', '2023-11-30']],
    ['每季度最后一个月的30日前', ['2023-03-30', '2023-06-30', '2023-09-30', '2023-12-30']],
    ['每半年一次', ['2023-06-30', '2023-12-31']],
    ['每年3月1日前', ['2023-03-01']],
  ])('%s is due on %j', (raw, dues) => {
    expect(occurrences(raw).map((each) => each.due)).toEqual(dues);
  });

  it('have names', () => {
    expect(occurrences('每季度').map((each) => each.period)).toEqual([
      '2023Q1',
      '2023Q2',
      '2023Q3',
      '2023Q4',
    ]);
    expect(occurrences('每半年').map((each) => each.period)).toEqual(['2023H1', '2023H2']);
    expect(occurrences('每年').map((each) => each.period)).toEqual(['2023']);
  });

  it('are ISO weeks, named by the year of their Thursday', () => {
    const fridays = occurrences('每周五前');
    expect(fridays).toHaveLength(52);
    expect(fridays[0]).toEqual({ period: '2023-W01', start: '2023-01-02', due: '2023-01-06' });
    expect(fridays[6]).toEqual({ period: '2023-W07', start: '2023-02-13', due: '2023-02-17' });
    expect(occurrences('每周')[0]).toEqual({ period: '2022-W52', start: '2022-12-26', due: '2023-01-01' });
    expect(occurrences('每周', 2026)).toHaveLength(52);
    expect(new Set(occurrences('每周', 2026).map((each) => each.period)).size).toBe(52);
  });

  it('are days', () => {
    expect(occurrences('每日')).toHaveLength(365);
    expect(occurrences('每日', 2024).at(-1)).toEqual({
      period: '2024-12-31',
      start: '2024-12-31',
      due: '2024-12-31',
    });
  });

  it('are none for other deadlines', () => expect(occurrences('6月底前')).toEqual([]));
});

describe('the due day a task gets', () => {
  it.each([
    ['6月底前', '2023-06-30', true],
    ['每季度', '2023-12-31', true],
    ['每年3月1日前', '2023-12-31', true],
    ['全年', '2023-12-31', true],
    ['长期坚持', '2023-12-31', true],
    ['印发后30日内', '2023-04-14', true],
    ['8月底前完成自查，10月底前完成验收', '2023-10-31', true],
    ['6月初', '2023-06-10', false],
    ['收到通知后10个工作日内', null, false],
    ['待定', null, false],
    ['立行立改', null, false],
    ['', null, false],
    ['尽快完成', null, false],
    ['2023年2月29日前', null, false],
  ])('of “%s” is %s, ready: %s', (raw, due, ready) => {
    const deadline = parseDeadline(raw, context);
    expect([resolveDue(deadline, 2023), isReady(deadline)]).toEqual([due, ready]);
  });
});
