import type { Light } from '../../../domain/light/light.js';
import type { ProgressReportState } from '../../../domain/task/progress-report-lifecycle.js';

/** 一次填报的内容 */
export class SheetReportView {
  id!: string;
  state!: ProgressReportState;
  stateLabel!: string;
  claimedProgress!: number | null;
  verifiedProgress!: number | null;
  count!: number | null;
  text!: string;
  problems!: string;
  nextStep!: string;
  submittedOn!: string | null;
  isLate!: boolean;
  timesReturned!: number;
  returnedReason!: string;
  /** 佐证材料份数 */
  evidence!: number;
  /** 已报送的次数 */
  submissions!: number;
  version!: number;
}

/** 上月填报的内容 */
export class LastMonthView {
  state!: ProgressReportState;
  stateLabel!: string;
  claimedProgress!: number | null;
  verifiedProgress!: number | null;
  count!: number | null;
  text!: string;
  problems!: string;
  nextStep!: string;
}

/** 填报表的一行：本单位在一项任务中的分工 */
export class SheetLineView {
  assignmentId!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  measures!: string;
  indicator!: string;
  role!: 'LEAD' | 'SUPPORT';
  isFirstLead!: boolean;
  dueOn!: string | null;
  originalDueOn!: string | null;
  targetCount!: number | null;
  targetUnit!: string;
  /** 本单位的灯；冻结的月份为冻结时的灯 */
  light!: Light | null;
  explanation!: string;
  /** 现在可以填写或者修改 */
  editable!: boolean;
  /** 本月的填报；尚未开启的为空，可先开启 */
  report!: SheetReportView | null;
  lastMonth!: LastMonthView | null;
  /** 此前最近一次核定进度，% */
  verifiedBefore!: number | null;
}

/** 一个单位一个月的填报表 */
export class ReportSheetView {
  ledgerId!: string;
  ledgerTitle!: string;
  month!: string;
  department!: string;
  departmentName!: string;
  reportsDueOn!: string;
  reportsDueAt!: string;
  freezeOn!: string;
  /** 距报送截止的工作日数；已过的为负 */
  workingDaysLeft!: number;
  /** 该月已冻结，不再接收 */
  frozen!: boolean;
  /** 未填或者只有草稿的份数 */
  toWrite!: number;
  /** 退回待重报的份数 */
  returned!: number;
  lines!: SheetLineView[];
}
