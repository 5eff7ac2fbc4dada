import { defineLifecycle } from './lifecycle.js';

/** 月调度轮次状态. */
export type DispatchRoundState = 'OPEN' | 'COLLECTING' | 'FROZEN' | 'MET' | 'PUBLISHED';

export type DispatchRoundDeed = 'COLLECT' | 'FREEZE' | 'MEET' | 'PUBLISH';

/**
 * 开启、报送、冻结、会议、通报. A month caught up after downtime is frozen straight from OPEN, and a bulletin may go out
 * before the meeting is on record (会议并入常务会的月份): 办内惯例.
 */
export const dispatchRoundLifecycle = defineLifecycle<DispatchRoundState, DispatchRoundDeed>({
  thing: '月调度',
  start: 'OPEN',
  states: { OPEN: '已开启', COLLECTING: '报送中', FROZEN: '已冻结', MET: '已开会', PUBLISHED: '已通报' },
  deeds: { COLLECT: '开始报送', FREEZE: '冻结台账', MEET: '召开调度会', PUBLISH: '印发通报' },
  moves: {
    OPEN: { COLLECT: 'COLLECTING', FREEZE: 'FROZEN' },
    COLLECTING: { FREEZE: 'FROZEN' },
    FROZEN: { MEET: 'MET', PUBLISH: 'PUBLISHED' },
    MET: { PUBLISH: 'PUBLISHED' },
    PUBLISHED: {},
  },
});
