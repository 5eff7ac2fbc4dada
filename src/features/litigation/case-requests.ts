import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
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
import type { CaseRegister, Designation, InstanceLevel, PartyRole } from '../../domain/rate/court-case.js';
import { levelWords, registerWords, roleWords } from '../../domain/rate/case-words.js';
import { IsDay } from '../../platform/http/is-day.js';
import { ListQuery } from '../../platform/http/list-query.js'; // prettier-ignore

export const DEPARTMENT = /^[A-Z][A-Z0-9]{0,19}$/;
export const REGISTERS = Object.keys(registerWords) as CaseRegister[];
export const LEVELS = Object.keys(levelWords) as InstanceLevel[];
const ROLES = Object.keys(roleWords) as PartyRole[];
const DESIGNATIONS: readonly Designation[] = ['APPEARS', 'RELIEVED'];

/** 案件列表的筛选 */
export class CaseListQuery extends ListQuery {
  /** 单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;

  /** 当年立案或者当年开庭 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** 审级 */
  @IsOptional()
  @IsIn(LEVELS)
  instance?: InstanceLevel;

  /** 台账类别 */
  @IsOptional()
  @IsIn(REGISTERS)
  register?: CaseRegister;

  /** 案号、案由或者被诉行为中的文字 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** 当事行政机关 */
export class PartyRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 裁判文书上的名称；不填为单位名称 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  /** 被告、应当追加而未追加的第三人、第三人 */
  @IsIn(ROLES)
  role!: PartyRole;

  /** 共同被告中约定或者确定由谁的负责人出庭 */
  @IsOptional()
  @IsIn(DESIGNATIONS)
  designation?: Designation | null;
}

/** 审级：一审、二审或者再审 */
export class InstanceRequest {
  @IsIn(LEVELS)
  level!: InstanceLevel;

  /** 案号，如 （2023）津0105行初12号 */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  number!: string;

  /** 法院 */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  court!: string;

  /** 立案日 */
  @IsDay()
  filedOn!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PartyRequest)
  parties!: PartyRequest[];
}

/** 登记案件及其第一个审级 */
export class RegisterCaseRequest {
  /** 行政诉讼、民事诉讼、行政复议听证，分册统计 */
  @IsIn(REGISTERS)
  register!: CaseRegister;

  /** 原告；只保存隐名后的写法 */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  plaintiff!: string;

  /** 案由 */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  cause!: string;

  /** 被诉行政行为 */
  @IsString()
  @MaxLength(500)
  actSued!: string;

  /** 是否行政公益诉讼 */
  @IsBoolean()
  publicInterest!: boolean;

  @ValidateNested()
  @Type(() => InstanceRequest)
  instance!: InstanceRequest;
}

/** 更正案件；不填的保持原样 */
export class CorrectCaseRequest {
  @IsOptional()
  @IsIn(REGISTERS)
  register?: CaseRegister;

  /** 原告；只保存隐名后的写法 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  plaintiff?: string;

  /** 案由 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  cause?: string;

  /** 被诉行政行为 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  actSued?: string;

  /** 是否行政公益诉讼 */
  @IsOptional()
  @IsBoolean()
  publicInterest?: boolean;
}
