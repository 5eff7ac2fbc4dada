import type { BreakdownResponse } from '../../ledger/breakdown.reader.js';
import type { LightExplained } from '../task-page/present-task-page.js';

/** 下级分派后的任务 */
export class RollUpTask {
  id!: string;
  ledgerCode!: string;
  number!: string;
  state!: string;
  stateLabel!: string;
  /** 下级的现行时限，不晚于上级时限 */
  dueOn!: string | null;
}

/** 最近一个冻结月份的灯 */
export class RollUpFrozen {
  month!: string;
  light!: string;
  lightLabel!: string;
  explanation!: string;
  overdueDays!: number;
}

/** 下级第一牵头单位最近一次审核通过的月报 */
export class RollUpReport {
  month!: string;
  text!: string;
  problems!: string;
  /** 核定进度，% */
  verifiedProgress!: number | null;
}

/** 一个下级辖区的情况 */
export class RollUpLine {
  breakdown!: BreakdownResponse;
  task!: RollUpTask | null;
  /** 今天的灯；尚未分派的为 null */
  today!: LightExplained | null;
  frozen!: RollUpFrozen | null;
  report!: RollUpReport | null;
}

/** 下达的合计，均由登记的情况得出：一项任务下达的各辖区，或者一个辖区接收的各项任务 */
export class RollUpCounts {
  /** 待接收 */
  pending!: number;
  /** 待分派 */
  accepted!: number;
  /** 已分派 */
  assigned!: number;
  /** 已退回 */
  returned!: number;
  /** 今天绿灯、黄灯、红灯、已办结、不计灯的 */
  green!: number;
  yellow!: number;
  red!: number;
  done!: number;
  grey!: number;
  /** 今天逾期的 */
  overdue!: number;
  /** 核定进度的平均数，%，未分派的按 0 计，四舍五入；没有的为 null */
  averageProgress!: number | null;
}

/** 一项任务在各下级的合计 */
export class RollUpTotals extends RollUpCounts {
  /** 已下达而未退回、未撤回的辖区数 */
  receivers!: number;
  /** 已分派而未交办的辖区数 */
  unjudged!: number;
}

/** 可以接收分解任务的下辖市、区 */
export class RollUpCandidate {
  code!: string;
  name!: string;
}

/** 一项任务的分解下达和汇总上报 */
export class RollUpView {
  /** 上级下达本任务时的内容；不是上级下达的为 null */
  origin!: BreakdownResponse | null;
  totals!: RollUpTotals;
  lines!: RollUpLine[];
  /** 还可以向其下达的市、区；不能下达的为空 */
  candidates!: RollUpCandidate[];
  /** 各下级进展的汇总文字，供牵头单位填报时引用；没有下达的为空 */
  statement!: string;
}
