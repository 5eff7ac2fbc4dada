import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';

/** What a notice of a comment period is made with. */
export class NoticeQuery {
  /** 公布日期 */
  @IsDay()
  publishedOn!: string;

  /** 意见截止日期 */
  @IsDay()
  closesOn!: string;

  /** 反馈意见的方式 */
  @IsString()
  @Length(2, 500)
  contact!: string;

  /** 期限短于规定的理由 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
