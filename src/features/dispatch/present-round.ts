import type { SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import {
  dispatchRoundLifecycle,
  type DispatchRoundState,
} from '../../domain/task/dispatch-round-lifecycle.js';
import type { DispatchRound } from './dispatch-round.entity.js';
import type { Reminder } from './reminder.entity.js';
import { RoundStore } from './round.store.js';
import type { KeyedRow } from './snapshot-columns.js';
import type { SnapshotCorrection } from './snapshot-correction.entity.js';

/** A round as it goes out. */
export interface RoundView {
  id: string;
  ledgerId: string;
  month: string;
  state: string;
  stateLabel: string;
  reportsDueOn: string;
  freezeOn: string;
  meetingOn: string;
  minutesDueOn: string;
  bulletinDueOn: string;
  /** 补跑 */
  madeUp: boolean;
  snapshotSha256: string | null;
  totals: SnapshotTotals | null;
  metOn: string | null;
  publishedOn: string | null;
  version: number;
}

export function presentRound(round: DispatchRound): RoundView {
  const { id, ledgerId, month, state, reportsDueOn, freezeOn, meetingOn, minutesDueOn, bulletinDueOn } =
    round;
  return {
    id,
    ledgerId,
    month,
    state,
    stateLabel: dispatchRoundLifecycle.states[state as DispatchRoundState],
    reportsDueOn,
    freezeOn,
    meetingOn,
    minutesDueOn,
    bulletinDueOn,
    madeUp: round.madeUp === 1,
    snapshotSha256: round.snapshotSha256,
    totals: RoundStore.totalsOf<SnapshotTotals>(round),
    metOn: round.metOn,
    publishedOn: round.publishedOn,
    version: round.version,
  };
}

/** A frozen row as it goes out. */
export type SnapshotView = Omit<KeyedRow, 'sortKey'>;

export function presentSnapshot(row: KeyedRow): SnapshotView {
  const { sortKey: _sortKey, ...view } = row;
  return view;
}

/** A correction as it goes out. */
export type CorrectionView = Omit<SnapshotCorrection, 'id' | 'sourceKey'>;

export function presentCorrection(correction: SnapshotCorrection): CorrectionView {
  const { id: _id, sourceKey: _sourceKey, ...view } = correction;
  return view;
}

/** A reminder after somebody dealt with it. */
export type ReminderView = Pick<
  Reminder,
  'id' | 'number' | 'label' | 'paper' | 'state' | 'stateReason' | 'sendOn' | 'replyBy' | 'explanation'
>;

export function presentReminder(reminder: Reminder): ReminderView {
  const { id, number, label, paper, state, stateReason, sendOn, replyBy, explanation } = reminder;
  return { id, number, label, paper, state, stateReason, sendOn, replyBy, explanation };
}
