import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { HearingKind, NoticeReason } from '../../domain/rate/court-case.js';
import { noticeReasonWords } from '../../domain/rate/case-words.js';
import { IsDay } from '../../platform/http/is-day.js';
import { DEPARTMENT } from './case-requests.js';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d)?$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const KINDS: readonly HearingKind[] = ['TRIAL', 'INQUIRY'];
const NOTICE_REASONS = Object.keys(noticeReasonWords) as NoticeReason[];

/** 开庭日历的月份 */
export class CalendarQuery {
  /** 月份 YYYY-MM */
  @Matches(MONTH, { message: '$property 应为 2023-01 样式的月份' })
  month!: string;

  /** 单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;
}

/** 排期 */
export class ScheduleRequest {
  /** 开庭日 */
  @IsDay()
  day!: string;

  /** 时间 HH:MM，未定为空 */
  @Matches(TIME, { message: '$property 应为 09:30 样式的时间，或者留空' })
  time!: string;

  /** 法庭 */
  @IsString()
  @MaxLength(60)
  room!: string;

  /** TRIAL 开庭 · INQUIRY 询问、谈话、诉前调解（不是开庭） */
  @IsIn(KINDS)
  kind!: HearingKind;

  /** 是否在线开庭 */
  @IsBoolean()
  online!: boolean;

  /** 并案审理的，填同一次开庭的标记；不填为单独开庭 */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  sitting?: string | null;
}

/** 改期 */
export class RescheduleRequest {
  /** 新的开庭日 */
  @IsDay()
  day!: string;

  /** 时间 HH:MM，未定为空 */
  @Matches(TIME, { message: '$property 应为 09:30 样式的时间，或者留空' })
  time!: string;

  /** 法庭 */
  @IsString()
  @MaxLength(60)
  room!: string;

  /** 改期原因 */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}

/** 取消开庭 */
export class CancelHearingRequest {
  /** 取消原因 */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}

/** 法院出庭通知 */
export class CourtNoticeRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 送达日 */
  @IsDay()
  servedOn!: string;

  /** 应当通知（第四条第一款） */
  @IsBoolean()
  mandatory!: boolean;

  /** 通知的事由 */
  @IsIn(NOTICE_REASONS)
  reason!: NoticeReason;

  /** 是否通知再次出庭 */
  @IsBoolean()
  again!: boolean;
}
