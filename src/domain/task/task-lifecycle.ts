import { defineLifecycle } from './lifecycle.js';

/** 任务状态. Overdue, red and the monthly report are not states: they follow from other facts. */
export type TaskState =
  | 'DRAFT'
  | 'REGISTERED'
  | 'ASSIGNED'
  | 'OBJECTED'
  | 'IN_PROGRESS'
  | 'CLOSE_REQUESTED'
  | 'CLOSE_RETURNED'
  | 'VERIFIED'
  | 'CLOSED'
  | 'REOPENED'
  | 'SUSPENDED'
  | 'CANCELLED'
  | 'MERGED'
  | 'ARCHIVED'
  | 'VOID';

export type TaskDeed =
  | 'REGISTER'
  | 'VOID'
  | 'ISSUE'
  | 'ACCEPT'
  | 'OBJECT'
  | 'REISSUE'
  | 'REQUEST_CLOSE'
  | 'WITHDRAW_CLOSE'
  | 'RETURN_CLOSE'
  | 'VERIFY'
  | 'CLOSE'
  | 'REOPEN'
  | 'RESUME'
  | 'SUSPEND'
  | 'CANCEL'
  | 'MERGE'
  | 'ARCHIVE';

/** What may be done to a task that is still owed, with an approval document (中止、撤销、合并). */
const BY_APPROVAL = { SUSPEND: 'SUSPENDED', CANCEL: 'CANCELLED', MERGE: 'MERGED' } as const;

/**
 * 立项→交办→承办→审核→办结→归档. Source: 督查督办通行流程; two moves beyond it are 办内惯例: the approver may send a
 * verified task back, and a suspended task goes on (恢复) or is issued anew if it was never signed for.
 */
export const taskLifecycle = defineLifecycle<TaskState, TaskDeed>({
  thing: '任务',
  start: 'DRAFT',
  states: {
    DRAFT: '拟办',
    REGISTERED: '立项',
    ASSIGNED: '交办',
    OBJECTED: '异议',
    IN_PROGRESS: '承办',
    CLOSE_REQUESTED: '申请办结',
    CLOSE_RETURNED: '退回重办',
    VERIFIED: '审核通过',
    CLOSED: '销号',
    REOPENED: '恢复办理',
    SUSPENDED: '中止',
    CANCELLED: '撤销',
    MERGED: '合并',
    ARCHIVED: '归档',
    VOID: '作废',
  },
  deeds: {
    REGISTER: '立项',
    VOID: '作废',
    ISSUE: '交办',
    ACCEPT: '签收',
    OBJECT: '提出异议',
    REISSUE: '重新交办',
    REQUEST_CLOSE: '申请办结',
    WITHDRAW_CLOSE: '撤回办结申请',
    RETURN_CLOSE: '退回重办',
    VERIFY: '审核通过',
    CLOSE: '销号',
    REOPEN: '恢复办理',
    RESUME: '继续办理',
    SUSPEND: '中止',
    CANCEL: '撤销',
    MERGE: '合并',
    ARCHIVE: '归档',
  },
  moves: {
    DRAFT: { REGISTER: 'REGISTERED', VOID: 'VOID' },
    REGISTERED: { ISSUE: 'ASSIGNED', CANCEL: 'CANCELLED', MERGE: 'MERGED' },
    ASSIGNED: { ACCEPT: 'IN_PROGRESS', OBJECT: 'OBJECTED', ...BY_APPROVAL },
    OBJECTED: { REISSUE: 'ASSIGNED', ACCEPT: 'IN_PROGRESS', ...BY_APPROVAL },
    IN_PROGRESS: { REQUEST_CLOSE: 'CLOSE_REQUESTED', ...BY_APPROVAL },
    CLOSE_REQUESTED: { VERIFY: 'VERIFIED', RETURN_CLOSE: 'CLOSE_RETURNED', WITHDRAW_CLOSE: 'IN_PROGRESS' },
    CLOSE_RETURNED: { RESUME: 'IN_PROGRESS', ...BY_APPROVAL },
    VERIFIED: { CLOSE: 'CLOSED', RETURN_CLOSE: 'CLOSE_RETURNED' },
    CLOSED: { ARCHIVE: 'ARCHIVED', REOPEN: 'REOPENED' },
    REOPENED: { RESUME: 'IN_PROGRESS' },
    SUSPENDED: { RESUME: 'IN_PROGRESS', REISSUE: 'ASSIGNED', CANCEL: 'CANCELLED', MERGE: 'MERGED' },
    CANCELLED: {},
    MERGED: {},
    ARCHIVED: {},
    VOID: {},
  },
});

/** How a task stands towards lights and reminders; null for what was never issued and so has no light. */
export type LightStanding = 'OPEN' | 'CLOSED' | 'SUSPENDED' | 'CANCELLED' | 'MERGED' | null;

/** Takes a task's state; gives its standing towards lights and reminders. */
export function standingOf(state: TaskState): LightStanding {
  return STANDINGS[state];
}

const STANDINGS: Readonly<Record<TaskState, LightStanding>> = {
  DRAFT: null,
  REGISTERED: null,
  ASSIGNED: 'OPEN',
  OBJECTED: 'OPEN',
  IN_PROGRESS: 'OPEN',
  CLOSE_REQUESTED: 'OPEN',
  CLOSE_RETURNED: 'OPEN',
  VERIFIED: 'OPEN',
  CLOSED: 'CLOSED',
  REOPENED: 'OPEN',
  SUSPENDED: 'SUSPENDED',
  CANCELLED: 'CANCELLED',
  MERGED: 'MERGED',
  ARCHIVED: 'CLOSED',
  VOID: null,
};

/** States of a task that is still owed: it has a light, reports are due, reminders are sent. */
export const OPEN_STATES: readonly TaskState[] = (Object.keys(STANDINGS) as TaskState[]).filter(
  (state) => STANDINGS[state] === 'OPEN',
);
