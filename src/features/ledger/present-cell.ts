/** 须由人工核实的问题 */
export class CellProblemResponse {
  /** 列名；针对整行或整个文件的为空 */
  column!: string;
  /** 单元格（如 H12），或者通知中的“第3段” */
  cell!: string;
  /** 稳定的问题代码 */
  code!: string;
  /** 问题和处理办法 */
  message!: string;
}

/** 数量目标 */
export class TargetResponse {
  value!: number;
  unit!: string;
}
