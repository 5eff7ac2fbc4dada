import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '../../platform/http/list-query.js';
import { PartiesRequest, PartRequest } from './tasks/party-requests.js';
import { TASK_SORTS, type TaskSort } from './task-list.store.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 任务列表的筛选条件 */
export class TasksQuery extends ListQuery {
  /** 台账编号或者代码 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  ledger?: string;

  /** 辖区代码；只列该辖区台账的任务 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  jurisdiction?: string;

  /** 单位代码 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;

  /** 任务状态 */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  state?: string;

  /** 指标路径，各级以“ / ”相连 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  indicator?: string;

  /** 时限不早于 */
  @IsOptional()
  @Matches(DAY)
  dueFrom?: string;

  /** 时限不晚于 */
  @IsOptional()
  @Matches(DAY)
  dueTo?: string;

  /** 任务名称中的文字，或者序号 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** true 只看有单位提出异议、尚未处理的 */
  @IsOptional()
  @IsIn(['true'])
  objected?: string;

  /** 排序：number、due，前加 - 为倒序 */
  @IsIn(TASK_SORTS)
  sort: TaskSort = 'number';
}

/** 新增任务 */
export class CreateTaskRequest extends PartRequest {
  /** 台账编号或者代码 */
  @IsString()
  @MaxLength(50)
  ledger!: string;

  /** 序号；不填取下一号 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  number?: string;

  /** 指标，自一级起 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  indicators?: string[];

  /** 完成时限，如“10月底前” */
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  declare deadline: string;
}

/** 改派 */
export class ReassignRequest extends PartiesRequest {
  /** 理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 拆分 */
export class SplitRequest {
  /** 拆成的各项任务 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartRequest)
  parts!: PartRequest[];

  /** 批准文件 */
  @IsString()
  @MaxLength(200)
  approvalDocument!: string;
}

/** 凭批准文件办理 */
export class ApprovalRequest {
  /** 批准文号或者批示件名称 */
  @IsString()
  @MaxLength(200)
  approvalDocument!: string;
}

/** 写明理由 */
export class ReasonRequest {
  /** 理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 指明单位 */
export class DepartmentRequest {
  /** 单位代码；不填为本单位 */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  department?: string;
}

/** 提出或者处理异议 */
export class ObjectionRequest extends DepartmentRequest {
  /** 理由 */
  @IsString()
  @MaxLength(500)
  reason!: string;
}

/** 确认完成本单位承担的工作 */
export class CompletePartRequest extends DepartmentRequest {
  /** 完成情况 */
  @IsString()
  @MaxLength(1000)
  statement!: string;
}

/** 补充配合单位 */
export class SupportListRequest {
  /** 配合单位代码 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  support!: string[];
}
