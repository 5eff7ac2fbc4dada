import { describe, expect, it } from '@jest/globals';
import { parseDeadline } from '../../../domain/phrases/parse-deadline.js';
import { daysOf, milestonesOf } from './task-plan.js';

const YEAR = 2023;
const ISSUED = '2023-03-10';

function read(phrase: string) {
  const deadline = { ...parseDeadline(phrase, { planYear: YEAR, issuedOn: ISSUED }), raw: phrase };
  return { days: daysOf(deadline, YEAR, ISSUED), nodes: milestonesOf({ deadline, nodes: [] }, YEAR, ISSUED) };
}

describe('the days of a task', () => {
  it('start where the phrase says, else on the issue date', () => {
    expect(read('10月底前').days).toEqual({
      startsOn: ISSUED,
      originalDueOn: '2023-10-31',
      dueOn: '2023-10-31',
      cadence: 'ONCE',
    });
    expect(read('2023年5月—9月').days).toMatchObject({ startsOn: '2023-05-01', dueOn: '2023-09-30' });
  });

  it('of recurring work end with the plan year; periods that were over at issue are left out', () => {
    const { days, nodes } = read('每季度末');
    expect(days).toMatchObject({ dueOn: '2023-12-31', cadence: 'QUARTERLY' });
    expect(nodes.map((node) => [node.period, node.startsOn, node.dueOn])).toEqual([
      ['2023Q1', ISSUED, '2023-03-31'],
      ['2023Q2', '2023-04-01', '2023-06-30'],
      ['2023Q3', '2023-07-01', '2023-09-30'],
      ['2023Q4', '2023-10-01', '2023-12-31'],
    ]);
    expect(nodes.map(({ label }) => label).slice(0, 2)).toEqual(['2023年第一季度', '2023年第二季度']);
    expect(read('每月底前').nodes[0]).toMatchObject({ period: '2023-03', label: '2023年3月' });
  });

  it('of a staged phrase are nodes in order, with the phrase’s own labels', () => {
    const { days, nodes } = read('8月底前完成自查，10月底前完成验收');
    expect(days.dueOn).toBe('2023-10-31');
    expect(nodes).toMatchObject([
      { kind: 'NODE', period: '1', label: '自查', dueOn: '2023-08-31' },
      { kind: 'NODE', period: '2', label: '验收', dueOn: '2023-10-31' },
    ]);
  });

  it('are left open where nobody has said them (时限待定)', () => {
    expect(read('待定').days).toMatchObject({ originalDueOn: null, dueOn: null, cadence: 'ONCE' });
  });
});
