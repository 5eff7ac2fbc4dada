import type { LightRule } from '../../domain/light/light-rule.js';
import type { SnapshotTotals } from '../../domain/snapshot/snapshot-totals.js';
import type { MonthResult } from './month-result.js';

/** 各色灯的任务数 */
export class LightCountsResponse {
  GREEN!: number;
  YELLOW!: number;
  RED!: number;
  /** 已办结 */
  DONE!: number;
  /** 中止、撤销、合并 */
  GREY!: number;
}

/** 序时进度各档的任务数 */
export class PaceCountsResponse {
  /** 超进度 */
  ahead!: number;
  /** 达进度 */
  onSchedule!: number;
  /** 欠进度 */
  behind!: number;
  /** 已完成 */
  done!: number;
  /** 其他 */
  other!: number;
}

/** 一个月的合计；计任务，不计各单位分工 */
export class TotalsResponse implements SnapshotTotals {
  tasks!: number;
  lights!: LightCountsResponse;
  progress!: PaceCountsResponse;
}

/** 一项逾期任务 */
export class OverdueLineResponse {
  number!: string;
  title!: string;
  /** 第一牵头单位 */
  department!: string;
  originalDueOn!: string | null;
  dueOn!: string | null;
  overdueDays!: number;
  /** 亮灯依据的规则 */
  rule!: LightRule;
  /** 亮灯缘由 */
  explanation!: string;
}

/** 逾期标记的变化 */
export class FlagCountsResponse {
  raised!: number;
  cleared!: number;
}

/** 提醒件数 */
export class ReminderCountsResponse {
  /** 本次新增 */
  created!: number;
  /** 此前已有 */
  existing!: number;
}

/** 预览或者冻结一个月的结果 */
export class MonthResultResponse extends TotalsResponse {
  month!: string;
  asOf!: string;
  overdue!: OverdueLineResponse[];
  flags!: FlagCountsResponse;
  reminders!: ReminderCountsResponse;
  snapshotSha256!: string;
  /** 此前已冻结，本次未作改动 */
  alreadyDone!: boolean;
}

export function presentMonth(result: MonthResult): MonthResultResponse {
  const overdue = result.overdue.map((line) => ({ ...line, rule: line.rule as LightRule }));
  return { ...result, overdue };
}
