import type { DispatchRoundState } from '../../../domain/task/dispatch-round-lifecycle.js';
import type { FigureView } from '../workbench/present-figure.js';

/** Steps of a month's dispatch, in order. */
export type StageKind = 'OPEN' | 'REPORTS' | 'REVIEW' | 'FREEZE' | 'MEETING' | 'MINUTES' | 'BULLETIN';

/** DONE 已完成 · NOW 正在办理 · AHEAD 未到 · LATE 已过期限 · UNKNOWN 不在本系统登记 */
export type StageState = 'DONE' | 'NOW' | 'AHEAD' | 'LATE' | 'UNKNOWN';

/** 妨碍一个环节的事项 */
export class BlockView {
  text!: string;
  /** 有关记录；没有清单的为空 */
  figure!: FigureView | null;
}

/** 月调度的一个环节 */
export class StageView {
  stage!: StageKind;
  label!: string;
  /** 按工作日历排定的日期 */
  plannedOn!: string;
  /** 完成之日；未完成的为空 */
  doneOn!: string | null;
  /** 完成时刻（毫秒）；只记日期的为空 */
  doneAt!: number | null;
  state!: StageState;
  stateLabel!: string;
  blocks!: BlockView[];
}

/** 一份台账一个月的日程 */
export class RoundTimelineView {
  ledgerId!: string;
  ledgerCode!: string;
  ledgerTitle!: string;
  month!: string;
  /** 尚未开启的为空 */
  roundId!: string | null;
  state!: DispatchRoundState | null;
  stateLabel!: string;
  /** 有关日期所在年度的放假安排尚未公布，日期可能变动 */
  provisional!: boolean;
  /** 补跑 */
  madeUp!: boolean;
  stages!: StageView[];
  /** 办理下一步所依据的版本；尚未开启的为空 */
  version!: number | null;
}
