import type { CountedCase, ExcludedCase, RateAnswer } from '../../domain/rate/compute-rate.js';
import type { Difference, DifferenceKind } from '../../domain/rate/compare-lists.js';
import type { RateVariant } from '../../domain/rate/variants.js';
import type { BoardRow } from './rate-query.js';

/** 计入的一件 */
export class CountedCaseResponse {
  caseId!: string;
  /** 案号 */
  case!: string;
  /** 审级 */
  level!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** 期间内的开庭日 */
  days!: string[];
  /** 是否计入分子 */
  fulfilled!: boolean;
  /** 是否待核 */
  needsReview!: boolean;
  /** 理由和依据 */
  reason!: string;
}

/** 不计的一件 */
export class ExcludedCaseResponse {
  caseId!: string;
  /** 案号 */
  case!: string;
  /** 审级 */
  level!: string;
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** 不计的理由和依据 */
  reason!: string;
}

/** 一个出庭率：分子、分母及其名单 */
export class RateResponse {
  variant!: RateVariant;
  /** 口径名称 */
  name!: string;
  /** 算法 */
  definition!: string;
  from!: string;
  to!: string;
  asOf!: string;
  numerator!: number;
  denominator!: number;
  /** 百分比，一位小数；没有应出庭案件为空 */
  percent!: number | null;
  /** 如 20/20，100%；没有为 无应出庭案件 */
  label!: string;
  counted!: CountedCaseResponse[];
  excluded!: ExcludedCaseResponse[];
}

/** 一个单位在榜上的一行 */
export class BoardRowResponse {
  /** 单位代码 */
  department!: string;
  departmentName!: string;
  /** 名次，并列同名次；没有应出庭案件为空 */
  place!: number | null;
  numerator!: number;
  denominator!: number;
  percent!: number | null;
  label!: string;
}

/** 各单位出庭率 */
export class RateBoardResponse {
  /** 全区，或者本单位 */
  whole!: RateResponse;
  items!: BoardRowResponse[];
}

/** 与法院名单的一处不同 */
export class DifferenceResponse {
  /** ONLY_COURT 仅法院有 · ONLY_REGISTER 仅本台账有 · APPEARANCE_DIFFERS 出庭与否不同 · DAY_DIFFERS 开庭日不同 */
  kind!: DifferenceKind;
  /** 案号 */
  case!: string;
  /** 单位代码 */
  department!: string | null;
  explanation!: string;
}

/** 与法院数据的核对 */
export class ReconciliationResponse {
  year!: number;
  quarter!: number;
  enteredOn!: string;
  /** 法院名单件数 */
  courtLines!: number;
  /** 法院名单中负责人出庭的件数 */
  courtAppeared!: number;
  numerator!: number;
  denominator!: number;
  label!: string;
  differences!: DifferenceResponse[];
  version!: number;
}

/** When a rate was asked for. */
export interface RateSpan {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** A rate with both lists. */
export function presentRate(answer: RateAnswer, { from, to, asOf }: RateSpan): RateResponse {
  const { variant, name, definition, numerator, denominator, percent, label, counted, excluded } = answer;
  return {
    variant,
    name,
    definition,
    from,
    to,
    asOf,
    numerator,
    denominator,
    percent,
    label,
    counted: counted.map(presentCounted),
    excluded: excluded.map(presentExcluded),
  };
}

/** Lines of the board without their lists, which are one question away. */
export function presentBoardRow({ department, departmentName, place, answer }: BoardRow): BoardRowResponse {
  const { numerator, denominator, percent, label } = answer;
  return { department, departmentName, place, numerator, denominator, percent, label };
}

/** Differences case by case. */
export function presentDifference({ kind, case: number, department, explanation }: Difference): DifferenceResponse {
  return { kind, case: number, department, explanation };
} // prettier-ignore

function presentCounted(one: CountedCase): CountedCaseResponse {
  const {
    caseId,
    case: number,
    level,
    department,
    departmentName,
    days,
    fulfilled,
    needsReview,
    reason,
  } = one;
  return {
    caseId,
    case: number,
    level,
    department,
    departmentName,
    days: [...days],
    fulfilled,
    needsReview,
    reason,
  };
}

function presentExcluded(one: ExcludedCase): ExcludedCaseResponse {
  const { caseId, case: number, level, department, departmentName, reason } = one;
  return { caseId, case: number, level, department, departmentName, reason };
}
