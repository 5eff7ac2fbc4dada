import { defineLifecycle } from './lifecycle.js';

/** 延期申请状态. ENDORSED exists for the cross-year request that needs two signatures. */
export type ExtensionRequestState = 'SUBMITTED' | 'ENDORSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

export type ExtensionRequestDeed = 'ENDORSE' | 'APPROVE' | 'REJECT' | 'WITHDRAW';

/** 申请、初核、批准. Nothing is approved by the passing of time. Source: 延期审批惯例. */
export const extensionRequestLifecycle = defineLifecycle<ExtensionRequestState, ExtensionRequestDeed>({
  thing: '延期申请',
  start: 'SUBMITTED',
  states: {
    SUBMITTED: '待审批',
    ENDORSED: '已审核',
    APPROVED: '已批准',
    REJECTED: '不予批准',
    WITHDRAWN: '已撤回',
  },
  deeds: { ENDORSE: '审核', APPROVE: '批准', REJECT: '不予批准', WITHDRAW: '撤回' },
  moves: {
    SUBMITTED: { ENDORSE: 'ENDORSED', APPROVE: 'APPROVED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
    ENDORSED: { APPROVE: 'APPROVED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
    APPROVED: {},
    REJECTED: {},
    WITHDRAWN: {},
  },
});
