import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';

/** 申请延期 */
export class ExtensionRequestBody {
  /** 申请延至 */
  @IsDay()
  newDueOn!: string;

  /** 延期理由 */
  @IsString()
  @MaxLength(1000)
  reason!: string;

  /** 目前进展 */
  @IsString()
  @MaxLength(1000)
  progressSoFar!: string;

  /** 逾期提出的，说明迟延原因 */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  lateReason?: string;
}

/** 批准延期 */
export class ApproveExtensionRequest {
  /** 批准的时限；不填为申请的时限 */
  @IsOptional()
  @IsDay()
  dueOn?: string;

  /** 批准意见 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
