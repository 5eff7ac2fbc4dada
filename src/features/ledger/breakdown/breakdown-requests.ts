import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../../../platform/http/list-query.js';
import { PartiesRequest, TargetRequest } from '../tasks/party-requests.js';

/** 要分解下达的一项任务 */
export class BrokenDownTaskRequest {
  /** 任务编号 */
  @IsString()
  @MaxLength(50)
  id!: string;

  /** 所依据的任务版本 */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version!: number;
}

/** 接收分解任务的下级辖区 */
export class ReceiverRequest {
  /** 市、区的单位代码 */
  @IsString()
  @MaxLength(30)
  code!: string;

  /** 分给该辖区的数量目标；不填同原任务，null 为不设 */
  @IsOptional()
  @ValidateNested()
  @Type(() => TargetRequest)
  target?: TargetRequest | null;
}

/** 分解下达 */
export class BreakDownRequest {
  /** 任务 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BrokenDownTaskRequest)
  tasks!: BrokenDownTaskRequest[];

  /** 接收的市、区 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReceiverRequest)
  receivers!: ReceiverRequest[];

  /** 下达要求 */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** 把上级交办的任务分派给本辖区的单位 */
export class AssignReceivedRequest extends PartiesRequest {
  /** 本辖区该年度的台账编号或者代码；不填为重点任务台账 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  ledger?: string;

  /** 在本辖区台账中的序号；不填取下一号 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  number?: string;

  /** 本辖区的完成时限，不晚于上级时限；不填同上级时限 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  deadline?: string;
}

/** 分解下达列表的筛选条件 */
export class BreakdownsQuery extends ListQuery {
  /** RECEIVED 上级交办本辖区的，GIVEN 本辖区下达的 */
  @IsIn(['RECEIVED', 'GIVEN'])
  side: 'RECEIVED' | 'GIVEN' = 'RECEIVED';

  /** 状态 */
  @IsOptional()
  @IsIn(['PENDING', 'ACCEPTED', 'ASSIGNED', 'RETURNED', 'WITHDRAWN'])
  state?: string;

  /** 被分解的任务编号 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  task?: string;
}
