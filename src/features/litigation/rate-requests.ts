import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { quarterPeriod, yearPeriod, type Period } from '../../domain/rate/period.js';
import { RATE_VARIANTS, type RateVariant } from '../../domain/rate/variants.js';
import type { CaseRegister } from '../../domain/rate/court-case.js';
import { IsDay } from '../../platform/http/is-day.js';
import { DEPARTMENT, REGISTERS } from './case-requests.js';

/** 一个季度 */
export class QuarterQuery {
  /** 年度 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 季度，1—4 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4)
  quarter!: number;
}

/** 一个季度的通报 */
export class CircularQuery extends QuarterQuery {
  /** 按何日的记录编写，也是成文日期；不填为今日 */
  @IsOptional()
  @IsDay()
  asOf?: string;
}

/** 出庭率的期间、口径和范围 */
export class RateListQuery {
  /** 年度 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 季度，1—4；不填为全年 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4)
  quarter?: number;

  /** 起日；与止日一起代替年度和季度 */
  @IsOptional()
  @IsDay()
  from?: string;

  /** 止日 */
  @IsOptional()
  @IsDay()
  to?: string;

  /** 口径 R1—R8；不填为 R1 应出庭口径 */
  @IsOptional()
  @IsIn(RATE_VARIANTS)
  variant?: RateVariant;

  /** 台账类别；不填为行政诉讼 */
  @IsOptional()
  @IsIn(REGISTERS)
  register?: CaseRegister;

  /** 截至何日的记录；不填为今日 */
  @IsOptional()
  @IsDay()
  asOf?: string;
}

/** 一个单位或者全区的出庭率 */
export class RateOfQuery extends RateListQuery {
  /** 单位代码；不填为全区 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string;
}

/** 法院名单的一行 */
export class CourtLineRequest {
  /** 案号 */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  case!: string;

  /** 单位代码；名单未注明的不填 */
  @IsOptional()
  @Matches(DEPARTMENT)
  department?: string | null;

  /** 法院记录的负责人是否出庭；未注明的不填 */
  @IsOptional()
  @IsBoolean()
  appeared?: boolean | null;

  /** 开庭日；未注明的不填 */
  @IsOptional()
  @IsDay()
  heldOn?: string | null;
}

/** 法院一个季度的名单 */
export class CourtFiguresRequest {
  /** 年度 */
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  /** 季度，1—4 */
  @IsInt()
  @Min(1)
  @Max(4)
  quarter!: number;

  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => CourtLineRequest)
  lines!: CourtLineRequest[];
}

/** The period a question names: two days, a quarter or a year. */
export function periodOf({ year, quarter, from, to }: RateListQuery): Period {
  if (from !== undefined && to !== undefined) return { from, to };
  return quarter === undefined ? yearPeriod(year) : quarterPeriod(year, quarter);
}
