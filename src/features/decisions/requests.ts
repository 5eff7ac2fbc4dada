import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '../../platform/http/is-day.js';

const ID = /^[0-9a-f-]{36}$/;
const DEPARTMENT = /^[A-Z][A-Z0-9]{0,19}$/;
const CATEGORIES = ['POLICY', 'PLAN', 'RESOURCE', 'PROJECT', 'OTHER'] as const;

const flag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** 登记决策事项 */
export class NewDecisionRequest {
  /** 年度 */
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 编号，同一年度内不重复 */
  @IsString()
  @Length(1, 30)
  number!: string;

  /** 决策事项名称 */
  @IsString()
  @Length(1, 200)
  title!: string;

  /** 第三条的五类：POLICY 公共政策和措施、PLAN 规划、RESOURCE 资源开发利用和保护、PROJECT 公共建设项目、OTHER 其他 */
  @IsIn(CATEGORIES)
  category!: (typeof CATEGORIES)[number];

  /** 承办单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 分管区领导 */
  @IsString()
  @MaxLength(100)
  supervisingLeader!: string;

  /** 计划完成日期 */
  @IsDay()
  finishOn!: string;

  /** 适用的程序；不填为重大行政决策程序 */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,50}$/)
  procedure?: string;

  /** 所调整的原决策 */
  @IsOptional()
  @Matches(ID)
  adjusts?: string;
}

/** 修改决策事项；不填的保持原样 */
export class ChangeDecisionRequest {
  /** 决策事项名称 */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  title?: string;

  /** 分管区领导 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  supervisingLeader?: string;

  /** 计划完成日期，变更的应当写明理由 */
  @IsOptional()
  @IsDay()
  finishOn?: string;

  /** 变更理由 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 决策列表的筛选条件 */
export class DecisionsQuery {
  /** 年度 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

/** 统计的年度和截止日期 */
export class StatisticsQuery {
  /** 年度 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 截止日期；不填为今天 */
  @IsOptional()
  @IsDay()
  asOf?: string;
}

/** 登记环节 */
export class RecordStepRequest {
  /** 办理日期 */
  @IsDay()
  on!: string;

  /** 登记事项 → 内容 */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  fields!: Record<string, unknown>;
}

/** 适用性判断 */
export class DetermineRequest {
  /** 是否适用 */
  @IsBoolean()
  applies!: boolean;

  /** 理由 */
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

/** 申请例外 */
export class ExceptionRequest {
  /** 程序要求的编号，如 C15 */
  @Matches(/^[A-Z0-9-]{1,20}$/)
  gate!: string;

  /** 理由 */
  @IsString()
  @MaxLength(1000)
  reason!: string;

  /** 理由公布的位置；应当向社会说明的必填 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  publishedIn?: string;
}

/** 退回、重新报送、中止、恢复、调整、终止、结案 */
export class MoveRequest {
  /** RETURN 退回补正、RESUBMIT 重新报送、SUSPEND 中止、RESUME 恢复、ADJUST 启动调整、TERMINATE 终止、CLOSE 归档结案 */
  @IsIn(['RETURN', 'RESUBMIT', 'SUSPEND', 'RESUME', 'ADJUST', 'TERMINATE', 'CLOSE'])
  deed!: 'RETURN' | 'RESUBMIT' | 'SUSPEND' | 'RESUME' | 'ADJUST' | 'TERMINATE' | 'CLOSE';

  /** 理由 */
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

/** 预览一项办理会遇到什么 */
export class PreviewRequest {
  /** RECORD 登记环节，或者 MoveRequest 中的各项 */
  @IsIn(['RECORD', 'RETURN', 'RESUBMIT', 'SUSPEND', 'RESUME', 'ADJUST', 'TERMINATE', 'CLOSE'])
  deed!: 'RECORD' | MoveRequest['deed'];

  /** 环节，deed 为 RECORD 时必填 */
  @IsOptional()
  @Matches(/^[A-Z0-9_]{1,50}$/)
  step?: string;

  /** 办理日期；不填为今天 */
  @IsOptional()
  @IsDay()
  on?: string;

  /** 登记事项 → 内容 */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  /** 理由 */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

/** 上传草案时的说明 */
export class DraftQuery {
  /** true 为实质性修改：已经办理的审查和讨论应当重新履行 */
  @Transform(flag)
  @IsBoolean()
  substantive!: boolean;

  /** 修改说明 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}
