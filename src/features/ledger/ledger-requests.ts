import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../platform/http/is-day.js';

const KINDS = ['KEY_TASKS', 'DEMONSTRATION', 'ACTION_ITEMS'] as const;

/** 台账列表的筛选条件 */
export class LedgersQuery {
  /** 年度 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** 种类 */
  @IsOptional()
  @IsIn(KINDS)
  kind?: string;

  /** 状态 */
  @IsOptional()
  @IsIn(['DRAFT', 'ISSUED', 'CLOSED'])
  state?: string;

  /** 辖区代码；只列主管单位在该辖区的台账 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  jurisdiction?: string;
}

/** 印发台账 */
export class IssueLedgerRequest {
  /** 印发日期；导入时已有的可不填 */
  @IsOptional()
  @IsDay()
  issuedOn?: string;

  /** 印发文件名称 */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sourceDocument?: string;

  /** 发文字号 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sourceNumber?: string;

  /** 待核任务暂不交办的理由 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  leaveOutReason?: string;
}
