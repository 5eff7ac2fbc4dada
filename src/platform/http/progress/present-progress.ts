/** 长时间办理的进度；事件 progress、done、failed 的 data */
export class ProgressView {
  /** RUNNING · DONE · FAILED */
  state!: string;
  /** 已完成数 */
  done!: number;
  /** 总数；0 为未知 */
  total!: number;
  /** 正在办理的环节，或者失败原因 */
  text!: string;
  /** 失败时的代码 */
  code!: string | null;
}
