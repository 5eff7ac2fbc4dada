import { defineLifecycle } from './lifecycle.js';

/** 月报状态. Lateness (逾期报送) is not a state: it follows from the day of submission. */
export type ProgressReportState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

export type ProgressReportDeed = 'SUBMIT' | 'RETURN' | 'ACCEPT';

/** 报送、退回重报、审核通过. Source: 督查督办通行流程. */
export const progressReportLifecycle = defineLifecycle<ProgressReportState, ProgressReportDeed>({
  thing: '月报',
  start: 'DRAFT',
  states: { DRAFT: '待报送', SUBMITTED: '已报送', RETURNED: '退回重报', ACCEPTED: '审核通过' },
  deeds: { SUBMIT: '报送', RETURN: '退回重报', ACCEPT: '审核通过' },
  moves: {
    DRAFT: { SUBMIT: 'SUBMITTED' },
    SUBMITTED: { RETURN: 'RETURNED', ACCEPT: 'ACCEPTED' },
    RETURNED: { SUBMIT: 'SUBMITTED' },
    ACCEPTED: {},
  },
});
