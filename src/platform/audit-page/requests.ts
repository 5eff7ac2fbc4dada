import { Type } from 'class-transformer';
import {
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../http/is-day.js';
import { ListQuery } from '../http/list-query.js';

/** Which events of the audit trail; they come newest first. */
export class AuditListQuery extends ListQuery {
  /** 自何日（办公时区） */
  @IsOptional()
  @IsDay()
  from?: string;

  /** 至何日，含当日 */
  @IsOptional()
  @IsDay()
  to?: string;

  /** 办理岗位代码 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  actor?: string;

  /** 操作代码的开头，如 ledger. */
  @IsOptional()
  @Matches(/^[\w.-]{1,60}$/)
  operation?: string;

  /** 操作代码，须完全一致，见 audit-events/names */
  @IsOptional()
  @Matches(/^[\w.-]{1,60}$/)
  operationIs?: string;

  /** 对象类别，如 task */
  @IsOptional()
  @Matches(/^[\w-]{1,60}$/)
  objectKind?: string;

  /** 对象编号 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  objectId?: string;

  /** 姓名、地址、对象或者内容中的文字 */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(50)
  q?: string;
}

/** An anchor that was kept elsewhere. */
export class AnchorRequest {
  /** 锚点的序号 */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;

  /** 锚点的哈希值 */
  @Matches(/^[0-9a-f]{64}$/)
  hash!: string;
}

/** What to hold the chain against. */
export class VerifyAuditRequest {
  /** 外部保存的锚点；不填则只核验链本身 */
  @IsOptional()
  @ValidateNested()
  @Type(() => AnchorRequest)
  anchor?: AnchorRequest;
}
