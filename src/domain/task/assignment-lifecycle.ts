import { defineLifecycle } from './lifecycle.js';

/** 承办单位分工状态: each lead and each support has its own, so that none is late for another. */
export type AssignmentState = 'PLANNED' | 'ISSUED' | 'OBJECTED' | 'IN_PROGRESS' | 'DONE' | 'WITHDRAWN';

export type AssignmentDeed = 'ISSUE' | 'ACCEPT' | 'OBJECT' | 'UPHOLD' | 'COMPLETE' | 'REOPEN' | 'WITHDRAW';

/** A disputed duty goes back to the office, which upholds it or withdraws it for another unit. Source: 督查督办通行流程. */
export const assignmentLifecycle = defineLifecycle<AssignmentState, AssignmentDeed>({
  thing: '分工',
  start: 'PLANNED',
  states: {
    PLANNED: '拟分工',
    ISSUED: '待签收',
    OBJECTED: '异议',
    IN_PROGRESS: '承办',
    DONE: '已完成',
    WITHDRAWN: '已撤回',
  },
  deeds: {
    ISSUE: '交办',
    ACCEPT: '签收',
    OBJECT: '提出异议',
    UPHOLD: '维持分工',
    COMPLETE: '确认完成',
    REOPEN: '恢复办理',
    WITHDRAW: '撤回分工',
  },
  moves: {
    PLANNED: { ISSUE: 'ISSUED', WITHDRAW: 'WITHDRAWN' },
    ISSUED: { ACCEPT: 'IN_PROGRESS', OBJECT: 'OBJECTED', WITHDRAW: 'WITHDRAWN' },
    OBJECTED: { UPHOLD: 'ISSUED', ACCEPT: 'IN_PROGRESS', WITHDRAW: 'WITHDRAWN' },
    IN_PROGRESS: { COMPLETE: 'DONE', WITHDRAW: 'WITHDRAWN' },
    DONE: { REOPEN: 'IN_PROGRESS' },
    WITHDRAWN: {},
  },
});
