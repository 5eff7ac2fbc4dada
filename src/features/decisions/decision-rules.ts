import { DomainError } from '../../domain/refusal.js';

/** What the office decides about its decisions (办内惯例，可配置 in config/decisions.yaml). */
export interface DecisionRules {
  /** Id of the procedure new decisions follow. */
  readonly procedure: string;
  readonly dueSoonDays: number;
  /** Days before the planned finish on which the undertaking department is told, from far to near. */
  readonly finishBefore: readonly number[];
  /** Days before a statutory duty falls due on which it is told. */
  readonly dutyBefore: number;
}

/** Takes the plain value of the file; refuses (DECISION_RULES_INVALID) naming what is wrong. */
export function parseDecisionRules(value: unknown): DecisionRules {
  const { procedure, dueSoonDays, notices } = (value ?? {}) as Record<string, unknown>;
  const { finishBefore, dutyBefore } = (notices ?? {}) as Record<string, unknown>;
  const faults = [
    unless(typeof procedure === 'string' && procedure !== '', '“procedure”应为程序编号'),
    unless(isDays(dueSoonDays), '“dueSoonDays”应为天数'),
    unless(isLadder(finishBefore), '“notices.finishBefore”应为由远到近的天数'),
    unless(isDays(dutyBefore), '“notices.dutyBefore”应为天数'),
  ].flat();
  if (faults.length > 0) {
    throw new DomainError(
      'INVALID',
      'DECISION_RULES_INVALID',
      `重大行政决策配置 config/decisions.yaml 有误：${faults.join('；')}。`,
      { faults },
    );
  }
  return { procedure, dueSoonDays, finishBefore, dutyBefore } as DecisionRules;
}

function unless(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

function isLadder(value: unknown): boolean {
  const days = Array.isArray(value) ? (value as unknown[]) : [];
  return days.length > 0 && days.every(isDays) && isFalling(days as number[]);
}

function isDays(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 366;
}

function isFalling(days: readonly number[]): boolean {
  return days.every((day, i) => i === 0 || day < (days[i - 1] ?? 0));
}
