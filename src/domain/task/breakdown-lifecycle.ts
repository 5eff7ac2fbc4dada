import { defineLifecycle } from './lifecycle.js';

/** 分解下达的状态, as both offices see it: handed down, taken on, given to departments, or sent back. */
export type BreakdownState = 'PENDING' | 'ACCEPTED' | 'ASSIGNED' | 'RETURNED' | 'WITHDRAWN';

export type BreakdownDeed = 'ACCEPT' | 'ASSIGN' | 'RETURN' | 'WITHDRAW' | 'RESEND';

/**
 * 下达→接收→分派. Who assigns at once has thereby accepted. What was taken on is sent back with a reason until it is
 * assigned; the office above takes back only what nobody has taken on. Source: 任务分解下达惯例.
 */
export const breakdownLifecycle = defineLifecycle<BreakdownState, BreakdownDeed>({
  thing: '分解下达的任务',
  start: 'PENDING',
  states: {
    PENDING: '待接收',
    ACCEPTED: '待分派',
    ASSIGNED: '已分派',
    RETURNED: '已退回',
    WITHDRAWN: '已撤回',
  },
  deeds: { ACCEPT: '接收', ASSIGN: '分派', RETURN: '退回', WITHDRAW: '撤回', RESEND: '重新下达' },
  moves: {
    PENDING: { ACCEPT: 'ACCEPTED', ASSIGN: 'ASSIGNED', RETURN: 'RETURNED', WITHDRAW: 'WITHDRAWN' },
    ACCEPTED: { ASSIGN: 'ASSIGNED', RETURN: 'RETURNED' },
    ASSIGNED: {},
    RETURNED: { RESEND: 'PENDING' },
    WITHDRAWN: { RESEND: 'PENDING' },
  },
});
