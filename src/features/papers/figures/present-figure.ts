import type { FigurePrecision, FigureValue } from '../../../domain/figure/figure.js';

/** 一项年度数据 */
export class FigureResponse {
  id!: string;
  /** 没有可计算的对象时为空，例如无应出庭案件 */
  value!: number | null;
  unit!: string;
  /** exact 逐条计数 · rounded1 保留一位小数 */
  precision!: FigurePrecision;
  /** 口径 */
  definition!: string;
  /** 依据的记录 */
  records!: string[];
  asOf!: string;
}

export function presentFigure(figure: FigureValue): FigureResponse {
  const { id, value, unit, precision, definition, records, asOf } = figure;
  return { id, value, unit, precision, definition, records: [...records], asOf };
}
