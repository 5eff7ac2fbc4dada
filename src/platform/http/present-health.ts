/** 进程存活 */
export class AliveResponse {
  ok!: true;
}

/** 能否办理业务 */
export class ReadyResponse {
  /** 时钟可信 */
  ok!: boolean;
  /** OK，或者时钟不可信的原因代码 */
  clock!: string;
  /** 已办到的工作日；尚未办理过的为空 */
  officeDay!: string | null;
  today!: string;
}
