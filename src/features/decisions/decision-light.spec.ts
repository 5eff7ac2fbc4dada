import { describe, expect, it } from '@jest/globals';
import { lightOf } from './decision-light.js';
import type { DecisionStatus } from './decision-status.js';

const TODAY = '2023-06-01';
const status = (more: Partial<DecisionStatus> = {}): DecisionStatus => ({
  state: 'RUNNING',
  standing: '正在办理合法性审查',
  current: [],
  finishOn: '2023-06-30',
  decidedOn: null,
  finishedOn: null,
  duties: [],
  ...more,
});
const dossier = { step: 'DOSSIER', name: '报送卷宗', article: '津政办发〔2022〕24号', dueOn: '2023-05-31' };
const rule = (more: Partial<DecisionStatus>) => {
  const { light, rule: name, overdueDays } = lightOf(status(more), TODAY, 15);
  return [light, name, overdueDays];
};

describe('the light of a decision', () => {
  it('is judged by the planned day of finish, first hit wins', () => {
    expect(rule({})).toEqual(['GREEN', 'ON_TRACK', 0]);
    expect(rule({ finishOn: '2023-06-16' })).toEqual(['YELLOW', 'DUE_SOON', 0]);
    expect(rule({ finishOn: '2023-06-17' })).toEqual(['GREEN', 'ON_TRACK', 0]);
    expect(rule({ finishOn: TODAY })).toEqual(['YELLOW', 'DUE_SOON', 0]);
    expect(rule({ finishOn: '2023-05-31' })).toEqual(['RED', 'OVERDUE', 1]);
    expect(rule({ state: 'RETURNED' })).toEqual(['YELLOW', 'RETURNED', 0]);
  });

  it('is grey off the way and done when finished, late or not', () => {
    expect(rule({ state: 'SUSPENDED', finishOn: '2023-05-01' })).toEqual(['GREY', 'SUSPENDED', 0]);
    expect(rule({ state: 'TERMINATED', finishOn: '2023-05-01' })).toEqual(['GREY', 'TERMINATED', 0]);
    expect(rule({ finishedOn: '2023-05-20' })).toEqual(['DONE', 'FINISHED', 0]);
    expect(lightOf(status({ finishOn: '2023-05-18', finishedOn: '2023-05-20' }), TODAY, 15)).toMatchObject({
      rule: 'FINISHED_LATE',
      explanation: '已完成：计划完成 2023-05-18，2023-05-20 完成决策程序，晚于计划 2 天。',
    });
  });

  it('is red while a statutory duty is overdue, and says which', () => {
    expect(rule({ finishedOn: '2023-05-20', duties: [{ ...dossier, doneOn: null }] })).toEqual(['RED', 'DUTY_OVERDUE', 1]); // prettier-ignore
    expect(rule({ finishedOn: '2023-05-20', duties: [{ ...dossier, doneOn: '2023-06-01' }] })).toEqual(['DONE', 'FINISHED', 0]); // prettier-ignore
    expect(rule({ finishedOn: '2023-05-20', duties: [{ ...dossier, dueOn: TODAY, doneOn: null }] })).toEqual(['DONE', 'FINISHED', 0]); // prettier-ignore
  });
});
