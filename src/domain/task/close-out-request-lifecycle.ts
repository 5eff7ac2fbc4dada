import { defineLifecycle } from './lifecycle.js';

/** 办结申请状态. */
export type CloseOutRequestState = 'SUBMITTED' | 'VERIFIED' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';

export type CloseOutRequestDeed = 'VERIFY' | 'APPROVE' | 'RETURN' | 'WITHDRAW';

/** 申请、审核、批准销号; unsatisfactory results are returned, and a new request is made. Source: 督查督办通行流程. */
export const closeOutRequestLifecycle = defineLifecycle<CloseOutRequestState, CloseOutRequestDeed>({
  thing: '办结申请',
  start: 'SUBMITTED',
  states: {
    SUBMITTED: '待审核',
    VERIFIED: '审核通过',
    APPROVED: '已批准销号',
    RETURNED: '退回重办',
    WITHDRAWN: '已撤回',
  },
  deeds: { VERIFY: '审核通过', APPROVE: '批准销号', RETURN: '退回重办', WITHDRAW: '撤回' },
  moves: {
    SUBMITTED: { VERIFY: 'VERIFIED', RETURN: 'RETURNED', WITHDRAW: 'WITHDRAWN' },
    VERIFIED: { APPROVE: 'APPROVED', RETURN: 'RETURNED' },
    APPROVED: {},
    RETURNED: {},
    WITHDRAWN: {},
  },
});
