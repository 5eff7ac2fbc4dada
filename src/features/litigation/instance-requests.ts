import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { InstanceLevel, Outcome, Violation } from '../../domain/rate/court-case.js';
import { outcomeWords, violationWords } from '../../domain/rate/case-words.js';
import { IsDay } from '../../platform/http/is-day.js';
import { DEPARTMENT, LEVELS, PartyRequest } from './case-requests.js';

const OUTCOMES = Object.keys(outcomeWords) as Outcome[];
const VIOLATIONS = Object.keys(violationWords) as Violation[];

/** 更正审级；不填的保持原样 */
export class CorrectInstanceRequest {
  @IsOptional()
  @IsIn(LEVELS)
  level?: InstanceLevel;

  /** 案号 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  number?: string;

  /** 法院 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  court?: string;

  /** 立案日 */
  @IsOptional()
  @IsDay()
  filedOn?: string;

  /** 全部当事行政机关，代替原有的 */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PartyRequest)
  parties?: PartyRequest[];
}

/** 结案 */
export class CloseInstanceRequest {
  /** 结案日 */
  @IsDay()
  closedOn!: string;

  /** 结案方式 */
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** 是否书面审理 */
  @IsBoolean()
  writtenTrial!: boolean;

  /** 行政争议是否实质性化解；不填为未知 */
  @IsOptional()
  @IsBoolean()
  disputeResolved?: boolean | null;
}

/** 司法建议 */
export class SuggestionRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 第十二条的哪一种情形 */
  @IsIn(VIOLATIONS)
  violation!: Violation;

  /** 司法建议书文号 */
  @IsString()
  @MaxLength(60)
  number!: string;

  /** 收到日 */
  @IsDay()
  receivedOn!: string;

  /** 建议内容 */
  @IsString()
  @MaxLength(2000)
  content!: string;
}
