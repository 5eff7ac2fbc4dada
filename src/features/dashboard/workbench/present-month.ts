import type { DispatchRoundState } from '../../../domain/task/dispatch-round-lifecycle.js';
import type { FigureView } from './present-figure.js';

/** A ledger as it is named. */
export class LedgerNameView {
  id!: string;
  code!: string;
  title!: string;
}

/** 本月月报情况 */
export class MonthReportsView {
  /** 应报：已报送的、退回的和未报的 */
  due!: number;
  /** 已报送，待审核和已通过 */
  handedIn!: FigureView;
  toReview!: FigureView;
  returned!: FigureView;
  accepted!: FigureView;
  /** 逾期报送 */
  late!: FigureView;
  /** 应报未报 */
  missing!: FigureView;
}

/** 一份台账一个月的进度 */
export class MonthStandingView {
  ledger!: LedgerNameView;
  month!: string;
  /** 尚未开启的为空 */
  roundId!: string | null;
  /** 尚未开启的为空 */
  state!: DispatchRoundState | null;
  stateLabel!: string;
  reportsDueOn!: string;
  reportsDueAt!: string;
  freezeOn!: string;
  /** 距冻结日的工作日数；已过的为负 */
  workingDaysToFreeze!: number;
  meetingOn!: string;
  minutesDueOn!: string;
  bulletinDueOn!: string;
  /** 有关日期所在年度的放假安排尚未公布 */
  provisional!: boolean;
  reports!: MonthReportsView;
}
