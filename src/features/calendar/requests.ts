import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { Day } from '../../domain/calendar/day.js';
import type { CalendarStatus } from '../../domain/calendar/working-calendar.js';
import { IsDay } from '../../platform/http/is-day.js';
import type { PeriodUnit } from './calendar-view.service.js';

/** Which year. */
export class YearParams {
  /** 年份 */
  @Matches(/^(19|20)\d{2}$/)
  year!: string;
}

/** Which month. */
export class MonthParams extends YearParams {
  /** 月份，01 至 12 */
  @Matches(/^(0[1-9]|1[0-2])$/)
  month!: string;
}

/** The arrangement of a year. */
export class NoticeRequest {
  /** 国务院办公厅通知全文，或者节假日表格（csv）的内容 */
  @IsString()
  @MinLength(10)
  @MaxLength(50_000)
  text!: string;

  /** 通知文号；通知全文中已有的可不填 */
  @IsOptional()
  @IsString()
  @MinLength(4)
  @MaxLength(60)
  noticeNumber?: string;
}

/** Final or provisional. */
export class MarkYearRequest {
  /** FINAL 正式 · PROVISIONAL 暂定 */
  @IsIn(['FINAL', 'PROVISIONAL'])
  status!: CalendarStatus;
}

/** A period to be reckoned. */
export class PeriodQuery {
  /** 起算日（当日不计入） */
  @IsDay()
  from!: Day;

  /** 数量 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  count!: number;

  /** DAY 日 · MONTH 月 · WORKING_DAY 工作日 */
  @IsIn(['DAY', 'MONTH', 'WORKING_DAY'])
  unit!: PeriodUnit;
}
