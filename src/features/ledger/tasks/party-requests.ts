import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '../../../platform/http/is-day.js';

/** 数量目标 */
export class TargetRequest {
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  value!: number;

  @IsString()
  @MaxLength(10)
  unit!: string;
}

/** 承担单位 */
export class PartiesRequest {
  /** 牵头单位代码，第一个为第一牵头单位 */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  lead!: string[];

  /** 配合单位代码 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  support?: string[];

  /** 单位组代码 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  groups?: string[];
}

/** 拆分出的一项任务 */
export class PartRequest extends PartiesRequest {
  /** 任务名称 */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  title!: string;

  /** 工作措施 */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  measures?: string;

  /** 完成时限；不填同原任务 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  deadline?: string;

  /** 数量目标 */
  @IsOptional()
  @ValidateNested()
  @Type(() => TargetRequest)
  target?: TargetRequest;
}

/** 核定立项时的更正 */
export class RegisterRequest {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  title?: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  measures?: string;

  /** 完成时限 */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  deadline?: string;

  /** 牵头单位代码 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  lead?: string[];

  /** 配合单位代码 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  support?: string[];

  /** 单位组代码 */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  groups?: string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => TargetRequest)
  target?: TargetRequest;
}

/** 节点完成 */
export class MilestoneDoneRequest {
  /** 完成日期；不填为今天 */
  @IsOptional()
  @IsDay()
  doneOn?: string;

  /** 完成的证明 */
  @IsString()
  @MaxLength(1000)
  proof!: string;
}
