import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Whose sheet of which month. */
export class ReportSheetQuery {
  /** 台账编号或者代码 */
  @IsString()
  @Length(1, 64)
  ledger!: string;

  /** 月份 YYYY-MM */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;

  /** 单位代码；联络员和负责人不填，即本单位 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;
}
