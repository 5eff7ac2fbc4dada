/** Whether the matter is on its way; which step it has reached is worked out, not kept. */
export type SideState = 'RUNNING' | 'RETURNED' | 'SUSPENDED' | 'ADJUSTING' | 'TERMINATED' | 'CLOSED';

export type SideDeed = 'RETURN' | 'RESUBMIT' | 'SUSPEND' | 'RESUME' | 'ADJUST' | 'TERMINATE' | 'CLOSE';

export const sideStateNames: Readonly<Record<SideState, string>> = {
  RUNNING: '办理中',
  RETURNED: '退回补正',
  SUSPENDED: '中止',
  ADJUSTING: '调整中',
  TERMINATED: '终止',
  CLOSED: '已归档结案',
};

export const sideDeedNames: Readonly<Record<SideDeed, string>> = {
  RETURN: '退回补正',
  RESUBMIT: '补正后重新报送',
  SUSPEND: '中止',
  RESUME: '恢复办理',
  ADJUST: '启动调整',
  TERMINATE: '终止',
  CLOSE: '归档结案',
};

const MOVES: Readonly<Record<SideState, Readonly<Partial<Record<SideDeed, SideState>>>>> = {
  RUNNING: {
    RETURN: 'RETURNED',
    SUSPEND: 'SUSPENDED',
    ADJUST: 'ADJUSTING',
    TERMINATE: 'TERMINATED',
    CLOSE: 'CLOSED',
  },
  RETURNED: { RESUBMIT: 'RUNNING', TERMINATE: 'TERMINATED' },
  SUSPENDED: { RESUME: 'RUNNING', TERMINATE: 'TERMINATED' },
  ADJUSTING: { RESUME: 'RUNNING', TERMINATE: 'TERMINATED' },
  TERMINATED: {},
  CLOSED: {},
};

/** Where a deed leads from a state; null where the state does not allow it. */
export function sideStateAfter(state: SideState, deed: SideDeed): SideState | null {
  return MOVES[state][deed] ?? null;
}

/** The deeds a state allows, in reading order. */
export function sideDeedsOf(state: SideState): SideDeed[] {
  return Object.keys(MOVES[state]) as SideDeed[];
}
