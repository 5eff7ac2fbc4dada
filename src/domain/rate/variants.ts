import type { Duty, SeatAtHearing } from './duties.js';

export const RATE_VARIANTS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const;
export type RateVariant = (typeof RATE_VARIANTS)[number];

/** What a rate counts: duties, sittings, cases, or 案号 (an instance, as courts do). */
export type Unit = 'DUTY' | 'SITTING' | 'CASE' | 'INSTANCE';

export interface VariantRule {
  readonly code: RateVariant;
  readonly name: string;
  readonly unit: Unit;
  /** How it is worked out, in words. */
  readonly definition: string;
  /** Why a duty stands outside this rate; null where it counts. */
  leaves(duty: Duty): string | null;
  /** Why a hearing stands outside, for rates that count sittings. */
  leavesHearing(seat: SeatAtHearing): string | null;
  fulfils(seats: readonly SeatAtHearing[]): boolean;
}

const attended = (seats: readonly SeatAtHearing[]) => seats.some(({ judgement }) => judgement.attended);
const none = () => null;

const rule = (
  code: RateVariant,
  name: string,
  unit: Unit,
  definition: string,
  own: Partial<Pick<VariantRule, 'leaves' | 'leavesHearing' | 'fulfils'>> = {},
): VariantRule => ({
  code,
  name,
  unit,
  definition,
  leaves: none,
  leavesHearing: none,
  fulfils: attended,
  ...own,
});

/** The eight named ways in which the rate is worked out; R1 holds where none is asked for. */
export const variantRules: Readonly<Record<RateVariant, VariantRule>> = {
  R1: rule('R1', '负责人出庭应诉率（应出庭口径）', 'DUTY', '负责人已出庭的应出庭数 ÷ 应出庭数（案件×审级，通知再次出庭的另计）'),
  R2: rule('R2', '开庭口径', 'SITTING', '负责人出庭的庭次 ÷ 开庭庭次'),
  R3: rule('R3', '案件口径', 'CASE', '负责人至少出庭一次的案件 ÷ 已开庭的案件'),
  R4: rule('R4', '审结口径', 'INSTANCE', '负责人出过庭的审结案件 ÷ 开庭后审结的案件（按案号）'),
  R5: rule('R5', '主要负责人（正职）出庭率', 'DUTY', '正职负责人已出庭的应出庭数 ÷ 应出庭数', {
    fulfils: (seats) => seats.some(({ judgement }) => judgement.byPrincipal),
  }),
  R6: rule('R6', '法院通知案件出庭率', 'DUTY', '法院通知负责人出庭且已出庭的 ÷ 法院通知负责人出庭的（第四条）', {
    leaves: ({ notified }) => (notified ? null : '人民法院未通知负责人出庭（第四条）'),
  }),
  R7: rule('R7', '出声率', 'SITTING', '负责人发言的庭次 ÷ 负责人出庭的庭次（第十一条）', {
    leavesHearing: ({ judgement }) => (judgement.attended ? null : `负责人未出庭：${judgement.reason}`),
    fulfils: (seats) => seats.some(({ judgement }) => judgement.attended && judgement.spoke),
  }),
  R8: rule('R8', '应诉率', 'DUTY', '负责人或者相应的工作人员出庭的应出庭数 ÷ 应出庭数', {
    fulfils: (seats) => seats.some(({ judgement }) => judgement.attended || judgement.answered),
  }),
}; // prettier-ignore

/** True for R1 … R8. */
export function isRateVariant(text: unknown): text is RateVariant {
  return RATE_VARIANTS.some((code) => code === text);
}
