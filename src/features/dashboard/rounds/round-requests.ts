import { IsString, Length, Matches } from 'class-validator';

/** Which month of which ledger. */
export class RoundMonthQuery {
  /** 台账编号或者代码 */
  @IsString()
  @Length(1, 64)
  ledger!: string;

  /** 月份 YYYY-MM */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '月份应写作 YYYY-MM' })
  month!: string;
}
