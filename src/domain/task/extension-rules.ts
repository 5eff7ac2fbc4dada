import { extensionRulesInvalid } from './task.errors.js';

/** 审批人: the office's deputy in charge, its director, the district leader. */
export type ExtensionApprover = 'DEPUTY_DIRECTOR' | 'DIRECTOR' | 'LEADER';

export const extensionApproverLabels: Readonly<Record<ExtensionApprover, string>> = {
  DEPUTY_DIRECTOR: '办分管负责人',
  DIRECTOR: '办主任',
  LEADER: '区领导',
};

/** The office's rules for extensions (办内惯例，可配置 in config/cycle.yaml). */
export interface ExtensionRules {
  readonly workingDaysBefore: number;
  readonly maxTimes: number;
  readonly workingDaysBeforeMeeting: number;
  /** Who signs, in this order: for the first, for each later one, for one past 31 December of the plan year. */
  readonly approvers: {
    readonly first: readonly ExtensionApprover[];
    readonly second: readonly ExtensionApprover[];
    readonly crossYear: readonly ExtensionApprover[];
  };
}

const NUMBERS = ['workingDaysBefore', 'maxTimes', 'workingDaysBeforeMeeting'] as const;
const LADDERS = ['first', 'second', 'crossYear'] as const;

/** Takes the plain value of the section `extension`; gives the rules. Refuses (INVALID) naming all faults at once. */
export function parseExtensionRules(value: unknown): ExtensionRules {
  const given = asRecord(value);
  const approvers = asRecord(given['approvers']);
  const faults = [
    ...NUMBERS.filter((key) => !isCount(given[key])).map((key) => `“${key}”应为 0 至 60 的整数`),
    ...LADDERS.filter((key) => !isLadder(approvers[key])).map((key) => `“approvers.${key}”应列明审批人`),
    ...unknownKeys(given, [...NUMBERS, 'approvers']),
    ...unknownKeys(approvers, LADDERS),
  ];
  // Past the plan year nobody below the office head may decide alone.
  if (isLadder(approvers['crossYear']) && !approvers['crossYear'].some((who) => who !== 'DEPUTY_DIRECTOR')) {
    faults.push('“approvers.crossYear”应包含办主任或者区领导');
  }
  if (faults.length > 0) throw extensionRulesInvalid(faults);
  return given as unknown as ExtensionRules;
}

function asRecord(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 60;
}

function isLadder(value: unknown): value is ExtensionApprover[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((who) => String(who) in extensionApproverLabels)
  );
}

function unknownKeys(given: Record<string, unknown>, known: readonly string[]): string[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => `不认识的项目“${key}”`);
}
