import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
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
import type { AbsenceReason, Official, Rank, Voice } from '../../domain/rate/court-case.js';
import { absenceWords, rankWords, voiceWords } from '../../domain/rate/case-words.js';
import { DEPARTMENT } from './case-requests.js';

const RANKS = Object.keys(rankWords) as Rank[];
const REASONS = Object.keys(absenceWords) as AbsenceReason[];
const VOICES = Object.keys(voiceWords) as Voice[];

/** 出庭负责人 */
export class OfficialRequest {
  /** 姓名 */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  name!: string;

  /** 职务 */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  post!: string;

  /** 第二条的哪一种；不属于负责人的填 NOT_QUALIFYING */
  @IsIn(RANKS)
  rank!: Rank;

  /** 是其他机关的负责人的，填该机关名称 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  otherAgency?: string | null;
}

/** 不能出庭的理由 */
export class AbsenceRequest {
  /** 第八条的哪一种 */
  @IsIn(REASONS)
  reason!: AbsenceReason;

  /** 具体情况 */
  @IsString()
  @MaxLength(500)
  explanation!: string;
}

/** 庭前答复 */
export class ReplyRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** ATTENDS 出庭 · REPLACED 换人出庭 · ABSENT 因故不能出庭 */
  @IsIn(['ATTENDS', 'REPLACED', 'ABSENT'])
  kind!: 'ATTENDS' | 'REPLACED' | 'ABSENT';

  /** 出庭负责人；已安排且不变的可以不填 */
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialRequest)
  official?: OfficialRequest | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => AbsenceRequest)
  absence?: AbsenceRequest | null;

  /** 说明，换人的写明原因 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** 安排出庭负责人 */
export class PlanRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  @ValidateNested()
  @Type(() => OfficialRequest)
  official!: OfficialRequest;

  /** 更换的原因 */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 出庭情况回执 */
export class AttendanceRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 到庭的负责人；没有的不填 */
  @IsOptional()
  @ValidateNested()
  @Type(() => OfficialRequest)
  official?: OfficialRequest | null;

  /** 到庭的工作人员人数 */
  @IsInt()
  @Min(0)
  @Max(50)
  staff!: number;

  /** 到庭的律师人数 */
  @IsInt()
  @Min(0)
  @Max(50)
  lawyers!: number;

  /** 负责人的发言 */
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsIn(VOICES, { each: true })
  voice!: Voice[];

  /** 是否未经许可中途退庭 */
  @IsBoolean()
  leftWithoutPermission!: boolean;

  /** 是否拒绝解释、说明 */
  @IsBoolean()
  refusedToExplain!: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => AbsenceRequest)
  absence?: AbsenceRequest | null;

  /** 说明 */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;

  /** 更正已报回执的理由（依法治区办填） */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 法院和依法治区办的认定；不填的保持原样 */
export class RulingsRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT)
  department!: string;

  /** 人民法院是否认可不能出庭的理由 */
  @IsOptional()
  @IsBoolean()
  absenceAccepted?: boolean | null;

  /** 人民法院是否认可身份证明 */
  @IsOptional()
  @IsBoolean()
  identityAccepted?: boolean | null;

  /** 经核是否属于负责人 */
  @IsOptional()
  @IsBoolean()
  rankConfirmed?: boolean | null;
}

/** The person a request names; null where it names nobody. */
export function officialOf(given: OfficialRequest | null | undefined): Official | null {
  if (!given) return null;
  const { name, post, rank, otherAgency } = given;
  return { name: name.trim(), post: post.trim(), rank, otherAgency: otherAgency?.trim() || null };
}
