import { describe, expect, it } from '@jest/globals';
import { figure } from '../workbench/present-figure.js';
import { stagesOf, type TimelineFacts } from './stages.js';

const NONE = { toReview: 0, returned: 0, accepted: 0, late: 0, missing: 0 };
const MOMENTS = {
  id: 'r', version: 1, madeUp: 0, openedAt: 1, frozenAt: null, metOn: null, publishedOn: null, bulletinOn: null,
}; // prettier-ignore

/** November 2023 on a day, as far as a case says otherwise. */
function facts(today: string, changes: Partial<TimelineFacts> = {}): TimelineFacts {
  return {
    today,
    days: {
      opensOn: '2023-11-01',
      reportsDueOn: '2023-11-24',
      reviewUntil: '2023-11-28',
      freezeOn: '2023-11-30',
      meetingOn: '2023-12-07',
      minutesDueOn: '2023-12-12',
      bulletinDueOn: '2023-12-14',
    },
    moments: MOMENTS,
    reports: NONE,
    unfrozen: [],
    proposed: 0,
    list: (what, n) => figure(n, `/${what}`),
    ...changes,
  };
}

const states = (of: TimelineFacts) => stagesOf(of).map(({ state }) => state);
const blocksOf = (stage: string, of: TimelineFacts) =>
  stagesOf(of)
    .find((each) => each.stage === stage)
    ?.blocks.map(({ text }) => text);

describe('the timeline of a month', () => {
  it.each([
    ['before it is open', facts('2023-10-31', { moments: null }), 'AHEAD AHEAD AHEAD AHEAD AHEAD UNKNOWN AHEAD'],
    ['on the cut-off day', facts('2023-11-24'), 'DONE NOW AHEAD AHEAD AHEAD UNKNOWN AHEAD'],
    ['all reviewed after it', facts('2023-11-27'), 'DONE DONE DONE AHEAD AHEAD UNKNOWN AHEAD'],
    ['review dragging on', facts('2023-11-29', { reports: { ...NONE, toReview: 2 } }), 'DONE DONE LATE AHEAD AHEAD UNKNOWN AHEAD'],
    ['frozen', facts('2023-11-30', { moments: { ...MOMENTS, frozenAt: 2 } }), 'DONE DONE DONE DONE AHEAD UNKNOWN AHEAD'],
    ['meeting held, bulletin late', facts('2023-12-15', { moments: { ...MOMENTS, frozenAt: 2, metOn: '2023-12-07' } }), 'DONE DONE DONE DONE DONE UNKNOWN LATE'],
  ])('%s', (_what, of, expected) => {
    expect(states(of).join(' ')).toBe(expected);
  }); // prettier-ignore

  it('says what stands in the way of each step, with the records', () => {
    const open = facts('2023-11-20', {
      reports: { ...NONE, missing: 3, toReview: 1, returned: 2 },
      unfrozen: ['2023-10'],
      proposed: 1,
    });
    expect(blocksOf('REPORTS', open)).toEqual(['3 份月报未报送']);
    expect(blocksOf('REVIEW', open)).toEqual(['1 份月报待审核', '2 份月报退回未重报']);
    expect(blocksOf('FREEZE', open)).toEqual([
      '须到当月最后一日 2023-11-30 方可冻结',
      '2023-10 尚未冻结，须先冻结',
    ]);
    expect(blocksOf('MEETING', open)).toEqual(['当月尚未冻结']);
    expect(blocksOf('BULLETIN', open)).toEqual(['当月尚未冻结', '1 份通报、约谈文书待批准']);
    expect(stagesOf(open)[1]?.blocks[0]?.figure).toEqual({ n: 3, list: '/missing' });
  });
});
