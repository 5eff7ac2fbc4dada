import type { FigureView } from './present-figure.js';

/** 各灯的数目 */
export class LightCountsView {
  GREEN!: number;
  YELLOW!: number;
  RED!: number;
  DONE!: number;
  /** 不计灯 */
  GREY!: number;
}

/** 一个单位今日的灯 */
export class DepartmentLightsView {
  code!: string;
  name!: string;
  /** 第一牵头的任务 */
  lights!: LightCountsView;
  red!: FigureView;
}

/** 一个一级指标今日的灯 */
export class IndicatorLightsView {
  indicator!: string;
  lights!: LightCountsView;
  red!: FigureView;
}

/** 已冻结的一个月的灯 */
export class MonthLightsView {
  month!: string;
  lights!: LightCountsView;
}

/** 一项红灯 */
export class RedView {
  ledgerId!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  /** 第一牵头；单位看自己的红灯时为本单位 */
  department!: string;
  departmentName!: string;
  rule!: string;
  /** 为什么是红灯 */
  explanation!: string;
  overdueDays!: number;
  /** 连续红灯月数，含本月 */
  redMonths!: number;
  dueOn!: string | null;
}

/** 今日的灯、各月走势和红灯清单；单位只见本单位的 */
export class LightsView {
  now!: LightCountsView;
  red!: FigureView;
  reds!: RedView[];
  trend!: MonthLightsView[];
  /** 按单位；单位看自己时为空 */
  departments!: DepartmentLightsView[];
  /** 按一级指标 */
  indicators!: IndicatorLightsView[];
}
