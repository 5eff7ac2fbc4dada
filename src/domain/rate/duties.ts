import type { Day } from '../calendar/day.js';
import { judgeAppearance, type Judgement } from './judge-appearance.js';
import type { CourtCase, Hearing, Instance, Party } from './court-case.js';
import type { RatePolicy } from './rate-policy.js';
import { relieved } from './relieved.js';

/** One held hearing of a duty, and what the department's seat at it amounts to. */
export interface SeatAtHearing {
  readonly hearing: Hearing;
  readonly judgement: Judgement;
}

/**
 * One duty to appear: department × case × instance, and one more for each time the court calls the head again. Worked
 * out from the records whenever it is asked for and never stored.
 */
export interface Duty {
  readonly courtCase: CourtCase;
  readonly instance: Instance;
  readonly party: Party;
  /** Code that answers today: the successor of a merged or renamed unit. */
  readonly department: string;
  /** 1 for the instance itself, 2… for being called again. */
  readonly ordinal: number;
  /** Held hearings it extends over, by day; empty where none was held. */
  readonly seats: readonly SeatAtHearing[];
  readonly notified: boolean;
  /** Why there is no duty; null where there is one. */
  readonly relief: string | null;
}

/** Code of a department → code of the one that took its place. */
export type Successors = ReadonlyMap<string, string>;

/**
 * All duties of a case as its records stand, with the reason for each that is none. Several hearings of one instance are
 * one duty unless the court calls the head again（第七条）; each instance is a duty of its own（第七条第二款）. Only what
 * was held on or before `until` has happened.
 */
export function dutiesOf(courtCase: CourtCase, until: Day, policy: RatePolicy, successors: Successors = new Map()): Duty[] {
  return courtCase.instances.flatMap((instance) =>
    instance.parties.flatMap((party) => dutiesAt(courtCase, instance, party, { until, policy, successors })),
  );
} // prettier-ignore

interface Ground {
  until: Day;
  policy: RatePolicy;
  successors: Successors;
}

function dutiesAt(courtCase: CourtCase, instance: Instance, party: Party, ground: Ground): Duty[] {
  const { until, policy, successors } = ground;
  const held = heldHearings(instance, until, policy);
  const relief = relieved(instance, party, held, policy);
  const groups = groupsOf(held, party.department);
  return groups.map((hearings, i) => ({
    courtCase,
    instance,
    party,
    department: successorOf(party.department, successors),
    ordinal: i + 1,
    seats: hearings.map((hearing) => ({ hearing, judgement: judge(instance, hearing, party, policy) })),
    notified: hearings.some((hearing) => noticeTo(hearing, party.department) !== undefined),
    relief,
  }));
}

/** Hearings that were held, by day and time; a cancelled or moved sitting is none, nor is 询问、谈话. */
export function heldHearings(instance: Instance, until: Day, policy: RatePolicy): Hearing[] {
  return instance.hearings
    .filter(({ state, day }) => state === 'HELD' && day <= until)
    .filter(({ kind }) => kind === 'TRIAL' || policy.countInquiries)
    .toSorted((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1));
}

/** The first group is the instance's own duty; every hearing to which the head is called again is one more. */
function groupsOf(held: readonly Hearing[], department: string): Hearing[][] {
  const own = held.filter((hearing, i) => i === 0 || noticeTo(hearing, department)?.again !== true);
  const again = held.filter((hearing) => !own.includes(hearing));
  return [own, ...again.map((hearing) => [hearing])];
}

function noticeTo(hearing: Hearing, department: string) {
  return (
    hearing.notices.find((notice) => notice.department === department && notice.again) ??
    hearing.notices.find((notice) => notice.department === department)
  );
}

/** Under `ANY` the head of one co-defendant appears for all of them（第三条）. */
function judge(instance: Instance, hearing: Hearing, party: Party, policy: RatePolicy): Judgement {
  const own = judgeAppearance(hearing, party.department, policy);
  if (own.attended || policy.jointDefendantPolicy !== 'ANY' || party.role !== 'DEFENDANT') return own;
  const others = instance.parties.filter(({ role, department }) => role === 'DEFENDANT' && department !== party.department);
  const found = others.find(({ department }) => judgeAppearance(hearing, department, policy).attended);
  if (!found) return own;
  const other = judgeAppearance(hearing, found.department, policy);
  return { ...other, byPrincipal: false, reason: `共同被告${found.name}的负责人已出庭（第三条）` };
} // prettier-ignore

/** Follows the chain of successors; a circle ends where it began. */
export function successorOf(department: string, successors: Successors): string {
  const seen = new Set<string>();
  let code = department;
  while (successors.has(code) && !seen.has(code)) {
    seen.add(code);
    code = successors.get(code) ?? code;
  }
  return code;
}
