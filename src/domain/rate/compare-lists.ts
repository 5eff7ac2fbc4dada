import type { Day } from '../calendar/day.js';
import type { CountedCase, RateAnswer } from './compute-rate.js';

/** One line of the court's own figures of a quarter. */
export interface CourtLine {
  readonly case: string;
  /** Code of the defendant department; null where the list does not say. */
  readonly department: string | null;
  /** What the court has: the head appeared or not; null where the list does not say. */
  readonly appeared: boolean | null;
  readonly heldOn: Day | null;
}

export type DifferenceKind = 'ONLY_COURT' | 'ONLY_REGISTER' | 'APPEARANCE_DIFFERS' | 'DAY_DIFFERS';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly case: string;
  readonly department: string | null;
  /** What to look at, in words. */
  readonly explanation: string;
}

/** Full-width and half-width brackets, blanks and 第 make no other case number. */
export function caseNumberKey(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
    .replace(/\s|第/gu, '');
}

/**
 * Holds the court's list of a quarter against what the register counts and says case by case where they differ; both
 * are only listed, the register is never changed by it. Source: 法释〔2020〕3号第十四条, quarterly exchange of figures.
 */
export function compareLists(court: readonly CourtLine[], register: RateAnswer): Difference[] {
  const lines = register.counted;
  const found = court.flatMap((line) => differencesOf(line, lines, register));
  const named = new Set(court.map((line) => caseNumberKey(line.case)));
  const onlyOurs = lines
    .filter((line) => !named.has(caseNumberKey(line.case)))
    .map((line) => ({
      kind: 'ONLY_REGISTER' as const,
      case: line.case,
      department: line.department,
      explanation: `法院名单没有这件案件，本台账计入（${line.days.join('、') || '未开庭'} 开庭，${line.fulfilled ? '已出庭' : '未出庭'}），请核对是否另案统计或者漏报。`,
    }));
  return [...found, ...onlyOurs];
}

function differencesOf(line: CourtLine, lines: readonly CountedCase[], register: RateAnswer): Difference[] {
  const key = caseNumberKey(line.case);
  const isIt = (one: { case: string; department: string }) =>
    caseNumberKey(one.case) === key && (line.department === null || one.department === line.department);
  const ours = lines.filter(isIt);
  const name = { case: line.case, department: line.department };
  const [first] = ours;
  if (first === undefined) {
    const left = register.excluded.find(isIt);
    const explanation = left
      ? `法院计入，本台账不计：${left.reason}。`
      : '法院名单有这件案件，本台账本期没有，请核对是否漏登或者开庭日期不在本期。';
    return [{ kind: 'ONLY_COURT', ...name, explanation }];
  }
  return [...appearanceDiffers(line, ours, first), ...dayDiffers(line, ours)];
}

function appearanceDiffers(line: CourtLine, ours: readonly CountedCase[], first: CountedCase): Difference[] {
  if (line.appeared === null || ours.every(({ fulfilled }) => fulfilled === line.appeared)) return [];
  const differing = ours.find(({ fulfilled }) => fulfilled !== line.appeared) ?? first;
  return [
    {
      kind: 'APPEARANCE_DIFFERS',
      case: line.case,
      department: differing.department,
      explanation: `法院记为${words(line.appeared)}，本台账记为${words(differing.fulfilled)}：${differing.reason}。`,
    },
  ];
}

function dayDiffers(line: CourtLine, ours: readonly CountedCase[]): Difference[] {
  const { heldOn } = line;
  if (heldOn === null || ours.some(({ days }) => days.includes(heldOn))) return [];
  const days = ours.flatMap((one) => one.days).join('、');
  return [
    {
      kind: 'DAY_DIFFERS',
      case: line.case,
      department: line.department,
      explanation: `法院记开庭日为 ${heldOn}，本台账为 ${days || '未开庭'}。`,
    },
  ];
}

function words(appeared: boolean): string {
  return appeared ? '负责人出庭' : '负责人未出庭';
}
