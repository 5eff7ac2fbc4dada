import type { Day } from '../calendar/day.js';
import { levelWords, registerWords } from './case-words.js';
import type { CaseRegister, CourtCase } from './court-case.js';
import { dutiesOf, type Duty, type Successors } from './duties.js';
import { fractionText, percentOf, type Fraction } from './fraction.js';
import { placeInPeriod, type Period, type Placed } from './period.js';
import type { RatePolicy } from './rate-policy.js';
import { variantRules, type RateVariant, type VariantRule } from './variants.js';

export interface RateQuestion {
  readonly variant: RateVariant;
  readonly period: Period;
  /** Nothing later has happened. */
  readonly asOf: Day;
  /** Code of a department; null for the district. */
  readonly department: string | null;
  readonly register?: CaseRegister;
  readonly policy: RatePolicy;
  readonly successors?: Successors;
}

/** A case that counts, and whether its duty was fulfilled. */
export interface CountedCase {
  readonly caseId: string;
  readonly case: string;
  readonly level: string;
  readonly department: string;
  /** As it was named when sued. */
  readonly departmentName: string;
  readonly days: readonly Day[];
  readonly fulfilled: boolean;
  readonly needsReview: boolean;
  readonly reason: string;
}

export interface ExcludedCase {
  readonly caseId: string;
  readonly case: string;
  readonly level: string;
  readonly department: string;
  readonly departmentName: string;
  readonly reason: string;
}

export interface RateAnswer extends Fraction {
  readonly variant: RateVariant;
  readonly name: string;
  readonly definition: string;
  readonly percent: number | null;
  readonly label: string;
  readonly counted: readonly CountedCase[];
  readonly excluded: readonly ExcludedCase[];
}

/** A line and the unit it is a part of: two defendants of one case are two lines of one unit. */
interface Line {
  readonly key: string;
  readonly line: CountedCase;
}

/**
 * Works out one rate over a period, each case with whether and why it counts. A district's rate is worked out over its
 * cases, so a sitting or a case with two defendants counts once; duties add up over departments.
 */
export function computeRate(cases: readonly CourtCase[], question: RateQuestion): RateAnswer {
  const rule = variantRules[question.variant];
  const register = question.register ?? 'ADMINISTRATIVE';
  const basis = rule.code === 'R4' ? 'CLOSING' : question.policy.periodBasis;
  const to = question.asOf < question.period.to ? question.asOf : question.period.to;
  const period = { from: question.period.from, to };
  const until = basis === 'HEARING' ? to : question.asOf;
  const counting: Counting = { rule, policy: question.policy, register, counted: [], excluded: [] };
  for (const courtCase of cases) {
    for (const duty of dutiesOf(courtCase, until, question.policy, question.successors)) {
      const isAsked = question.department === null || duty.department === question.department;
      const placed = isAsked ? placeInPeriod(duty, period, basis) : null;
      if (placed !== null) count(duty, placed, counting);
    }
  }
  return { ...totalOf(counting.counted, rule), excluded: counting.excluded };
}

interface Counting {
  readonly rule: VariantRule;
  readonly policy: RatePolicy;
  readonly register: CaseRegister;
  readonly counted: Line[];
  readonly excluded: ExcludedCase[];
}

function count(duty: Duty, placed: Placed, counting: Counting): void {
  const reason = reasonToLeave(duty, placed, counting);
  if (reason === null) counting.counted.push(...linesOf(duty, placed, counting));
  else counting.excluded.push({ ...nameOf(duty), reason });
}

function reasonToLeave(duty: Duty, placed: Placed, { rule, register, policy }: Counting): string | null {
  const own = duty.courtCase.register;
  if (own !== register) return `属于${registerWords[own]}，另册统计`;
  if (duty.relief !== null) return duty.relief;
  const [first] = placed.seats;
  const excused = first !== undefined && placed.seats.every(({ judgement }) => judgement.excused);
  if (excused && policy.excludeAcceptedJustifiedAbsence) return first.judgement.reason;
  return rule.leaves(duty);
}

function linesOf(duty: Duty, placed: Placed, { rule, policy, excluded }: Counting): Line[] {
  if (rule.unit !== 'SITTING') return [{ key: keyOf(duty, rule), line: lineOf(duty, placed, rule) }];
  return placed.inPeriod.flatMap((seat) => {
    const excused = seat.judgement.excused && policy.excludeAcceptedJustifiedAbsence;
    const reason = excused ? seat.judgement.reason : rule.leavesHearing(seat);
    if (reason !== null) {
      excluded.push({ ...nameOf(duty), reason: `${seat.hearing.day} 庭次：${reason}` });
      return [];
    }
    const line = lineOf(duty, { seats: [seat], inPeriod: [seat] }, rule);
    return [{ key: seat.hearing.sitting, line }];
  });
}

function keyOf(duty: Duty, { unit }: VariantRule): string {
  if (unit === 'CASE') return duty.courtCase.id;
  if (unit === 'INSTANCE') return duty.instance.id;
  return `${duty.instance.id}/${duty.party.department}/${duty.ordinal}`;
}

function lineOf(duty: Duty, { seats, inPeriod }: Placed, rule: VariantRule): CountedCase {
  const best = seats.find((seat) => rule.fulfils([seat])) ?? seats.find(({ judgement }) => judgement.attended) ?? seats.at(-1);
  const again = duty.ordinal > 1 ? '；法院通知再次出庭，另计一次（第七条）' : '';
  const notFulfilled = seats.length === 0 ? '书面审理，负责人未出庭' : '';
  return {
    ...nameOf(duty),
    days: inPeriod.map(({ hearing }) => hearing.day),
    fulfilled: rule.fulfils(seats),
    needsReview: !rule.fulfils(seats) && seats.some(({ judgement }) => judgement.needsReview),
    reason: `${best ? `${best.hearing.day} ${best.judgement.reason}` : notFulfilled}${again}`,
  };
} // prettier-ignore

function nameOf({ courtCase, instance, department, party }: Duty) {
  return {
    caseId: courtCase.id,
    case: instance.number,
    level: levelWords[instance.level],
    department,
    departmentName: party.name,
  };
}

function totalOf(lines: readonly Line[], rule: VariantRule): Omit<RateAnswer, 'excluded'> {
  const fulfilled = new Map<string, boolean>();
  for (const { key, line } of lines) fulfilled.set(key, (fulfilled.get(key) ?? false) || line.fulfilled);
  const fraction = { numerator: [...fulfilled.values()].filter(Boolean).length, denominator: fulfilled.size };
  return {
    variant: rule.code,
    name: rule.name,
    definition: rule.definition,
    ...fraction,
    percent: percentOf(fraction),
    label: fractionText(fraction),
    counted: lines.map(({ line }) => line),
  };
} // prettier-ignore
