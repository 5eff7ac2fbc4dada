import {
  dispatchRoundLifecycle,
  type DispatchRoundState,
} from '../../domain/task/dispatch-round-lifecycle.js';
import type { DispatchRound } from './dispatch-round.entity.js';
import type { TotalsResponse } from './present-month.js';
import { RoundStore } from './round.store.js';

/** 一轮月调度 */
export class RoundResponse {
  id!: string;
  ledgerId!: string;
  month!: string;
  state!: DispatchRoundState;
  stateLabel!: string;
  reportsDueOn!: string;
  freezeOn!: string;
  meetingOn!: string;
  minutesDueOn!: string;
  bulletinDueOn!: string;
  /** 补跑 */
  madeUp!: boolean;
  /** 冻结后为快照的校验值 */
  snapshotSha256!: string | null;
  /** 冻结后为当月合计；单位在通报印发后可见 */
  totals!: TotalsResponse | null;
  metOn!: string | null;
  publishedOn!: string | null;
  version!: number;
}

export function presentRound(round: DispatchRound): RoundResponse {
  const { id, ledgerId, month, reportsDueOn, freezeOn, meetingOn, minutesDueOn, bulletinDueOn } = round;
  const state = round.state as DispatchRoundState;
  return {
    id,
    ledgerId,
    month,
    state,
    stateLabel: dispatchRoundLifecycle.states[state],
    reportsDueOn,
    freezeOn,
    meetingOn,
    minutesDueOn,
    bulletinDueOn,
    madeUp: round.madeUp === 1,
    snapshotSha256: round.snapshotSha256,
    totals: RoundStore.totalsOf<TotalsResponse>(round),
    metOn: round.metOn,
    publishedOn: round.publishedOn,
    version: round.version,
  };
}
