import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../../platform/http/list-query.js';

const ID = /^[0-9a-f-]{36}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DEPARTMENT = /^[A-Z][A-Z0-9]{0,19}$/;
const STATES = /^(DRAFT|SUBMITTED|RETURNED|ACCEPTED)(,(DRAFT|SUBMITTED|RETURNED|ACCEPTED)){0,3}$/;
const MAX_COUNT = 2_147_483_647;

/** null clears a figure, leaving it out keeps it. */
const isGiven = (_: object, value: unknown): boolean => value !== null && value !== undefined;

/** 月报内容；不填的保持原样 */
export class ReportContentRequest {
  /** 自报进度，0—100 */
  @ValidateIf((body: ReportContentRequest) => isGiven(body, body.claimedProgress))
  @IsInt()
  @Min(0)
  @Max(100)
  claimedProgress?: number | null;

  /** 累计完成数 */
  @ValidateIf((body: ReportContentRequest) => isGiven(body, body.count))
  @IsInt()
  @Min(0)
  @Max(MAX_COUNT)
  count?: number | null;

  /** 进展情况 */
  @ValidateIf((body: ReportContentRequest) => body.text !== undefined)
  @IsString()
  @MaxLength(4000)
  text?: string;

  /** 存在问题 */
  @ValidateIf((body: ReportContentRequest) => body.problems !== undefined)
  @IsString()
  @MaxLength(2000)
  problems?: string;

  /** 下步措施 */
  @ValidateIf((body: ReportContentRequest) => body.nextStep !== undefined)
  @IsString()
  @MaxLength(2000)
  nextStep?: string;

  /** 佐证材料；须为本单位在这项任务中上传的，或者牵头单位供全体查阅的 */
  @ValidateIf((body: ReportContentRequest) => body.evidenceIds !== undefined)
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  evidenceIds?: string[];
}

/** 月内新增分工的月报 */
export class OpenFormRequest {
  /** 分工 */
  @Matches(ID)
  assignmentId!: string;

  /** 月份 */
  @Matches(MONTH)
  month!: string;
}

/** 一并报送中的一份；内容不填的按草稿报送 */
export class SubmissionRequest extends ReportContentRequest {
  /** 月报 */
  @Matches(ID)
  id!: string;

  /** 所依据的版本 */
  @IsInt()
  @Min(1)
  version!: number;
}

/** 本单位月报一并报送 */
export class SubmitTogetherRequest {
  /** 月报，最多 200 份 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SubmissionRequest)
  reports!: SubmissionRequest[];
}

/** 审核通过 */
export class AcceptRequest {
  /** 核定进度；不填为自报进度 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  verifiedProgress?: number;
}

/** 一并通过中的一份 */
export class AcceptanceRequest extends AcceptRequest {
  /** 月报 */
  @Matches(ID)
  id!: string;

  /** 所依据的版本 */
  @IsInt()
  @Min(1)
  version!: number;
}

/** 月报一并通过 */
export class AcceptTogetherRequest {
  /** 月报，最多 200 份 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AcceptanceRequest)
  reports!: AcceptanceRequest[];
}

/** 写明理由 */
export class ReturnRequest {
  /** 理由 */
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

/** 更正 */
export class CorrectRequest extends ReturnRequest {
  /** 核定进度 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  verifiedProgress?: number;

  /** 累计完成数 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_COUNT)
  count?: number;
}

/** 月报列表的筛选条件 */
export class ReportsQuery extends ListQuery {
  /** 台账 */
  @IsOptional()
  @Matches(ID)
  ledger?: string;

  /** 月份 */
  @IsOptional()
  @Matches(MONTH)
  month?: string;

  /** 部门代码 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;

  /** 状态，可多选，以逗号相连：DRAFT、SUBMITTED、RETURNED、ACCEPTED */
  @IsOptional()
  @Matches(STATES)
  state?: string;

  /** true 只看逾期报送的 */
  @IsOptional()
  @IsIn(['true'])
  late?: string;
}

/** 应报未报的筛选条件 */
export class MissingQuery extends ListQuery {
  /** 台账 */
  @Matches(ID)
  ledger!: string;

  /** 月份 */
  @Matches(MONTH)
  month!: string;

  /** 部门代码 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;
}

/** 申请办结 */
export class CloseOutBody {
  /** 完成情况 */
  @IsString()
  @MaxLength(4000)
  statement!: string;

  /** 配合单位未报送的，说明情况 */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  silenceExplanation?: string;

  /** 节点未确认完成的，说明情况 */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  milestoneExplanation?: string;

  /** 佐证材料；须为这项任务的 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(ID, { each: true })
  evidenceIds?: string[];
}
