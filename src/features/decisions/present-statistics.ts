import type { DecisionFigures } from './decision-statistics.js';

/** 一个数和所计入的事项 */
export class DecisionCountResponse {
  count!: number;
  /** 所计入的决策事项 */
  decisions!: string[];
}

/** 截至某日的统计 */
export class StatisticsResponse {
  year!: number;
  asOf!: string;
  /** 确定的事项 */
  identified!: DecisionCountResponse;
  /** 已完成决策程序的 */
  finished!: DecisionCountResponse;
  /** 正在推进的 */
  underWay!: DecisionCountResponse;
  /** 中止的 */
  suspended!: DecisionCountResponse;
  /** 终止的 */
  terminated!: DecisionCountResponse;
}

/** Takes the figures; gives what goes out. */
export function presentStatistics(figures: DecisionFigures): StatisticsResponse {
  const counted = (ids: readonly string[]): DecisionCountResponse => ({
    count: ids.length,
    decisions: [...ids],
  });
  return {
    year: figures.year,
    asOf: figures.asOf,
    identified: counted(figures.identified),
    finished: counted(figures.finished),
    underWay: counted(figures.underWay),
    suspended: counted(figures.suspended),
    terminated: counted(figures.terminated),
  };
}
