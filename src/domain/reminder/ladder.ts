/** Whom a rung addresses: posts, which the caller turns into the persons who hold them. */
export type Recipient = 'LIAISON' | 'HEAD' | 'SUPERVISING_LEADER';

/** What every rung, of a deadline or of a monthly report, says about its paper. */
export interface RungPaper {
  readonly id: string;
  /** 提醒, 催办, 督办, 通报, 约谈. */
  readonly label: string;
  readonly paper: string;
  /** The word in the paper's number, e.g. 催 in 催〔2023〕5号. */
  readonly number: string;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  /** Working days for a reply, the day of sending not counted; null: none is asked for. */
  readonly replyWorkingDays: number | null;
  /** Who must approve before it is issued; null: nobody. */
  readonly approver: 'DIRECTOR' | 'LEADER' | null;
}

/** One step of the ladder that follows from a deadline. */
export interface Rung extends RungPaper {
  readonly when: 'BEFORE' | 'AFTER';
  /** Calendar days before or after the deadline. */
  readonly days: number;
  /** Red months running that lead to this rung whatever the days; null: days only. */
  readonly redMonths: number | null;
}

/** The office's ladder (办内惯例，可配置 in config/escalation.yaml), mildest rung first. */
export interface Ladder {
  readonly version: number;
  readonly rungs: readonly Rung[];
  readonly reports: { readonly reminder: RungPaper; readonly missing: RungPaper };
  /** Papers of what other registers want told (重大行政决策、出庭应诉); the register says to whom and when. */
  readonly registers: { readonly reminder: RungPaper; readonly followUp: RungPaper };
}
