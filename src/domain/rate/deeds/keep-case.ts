import type { Day } from '../../calendar/day.js';
import { maskPlaintiff } from '../mask-plaintiff.js';
import type {
  CaseRegister,
  CourtCase,
  Instance,
  InstanceLevel,
  Outcome,
  Party,
  Suggestion,
} from '../court-case.js';
import {
  caseNumberInvalid,
  closingDayWrong,
  defendantMissing,
  outcomeNotWritten,
  partyHasRecords,
  partyTwice,
  writtenTrialHeld,
} from './court-case.errors.js';
import { instanceOf, withInstance } from './edit-case.js';
import { suggestionBeforeHearing } from './hearing.errors.js'; // prettier-ignore

/** What is said of an instance when it is registered or corrected. */
export interface InstanceFiling {
  readonly level: InstanceLevel;
  readonly number: string;
  readonly court: string;
  readonly filedOn: Day;
  readonly parties: readonly Party[];
}

/** What is said of a case itself. */
export interface CaseFiling {
  readonly register: CaseRegister;
  readonly plaintiff: string;
  readonly cause: string;
  readonly actSued: string;
  readonly publicInterest: boolean;
}

const CASE_NUMBER =
  /^（(19|20)\d{2}）[\p{Script=Han}\d]{1,12}[\p{Script=Han}]{1,4}\d{1,6}号(之[一二三四五六七八九十]+)?$/u;

/** A case number in the form of the courts, with full-width brackets; refuses (CASE_NUMBER_INVALID) what is none. */
export function cleanCaseNumber(given: string): string {
  const plain = given.normalize('NFKC').replace(/\s+/gu, '').replace(/行初第/u, '行初');
  const number = plain.replace(/^[(〔[【]/u, '（').replace(/^(（\d{4})[)〕\]】]/u, '$1）');
  if (!CASE_NUMBER.test(number)) throw caseNumberInvalid(given);
  return number;
} // prettier-ignore

/** 立案登记: a case with its first known instance. The plaintiff enters masked only. */
export function registerCase(id: string, filing: CaseFiling, instanceId: string, first: InstanceFiling): CourtCase {
  return { id, ...masked(filing), instances: [openInstance(instanceId, first)] };
} // prettier-ignore

/** 更正案件: what is given replaces what was written. */
export function correctCase(courtCase: CourtCase, filing: Partial<CaseFiling>): CourtCase {
  const { id, instances, ...before } = courtCase;
  return { id, ...masked({ ...before, ...filing }), instances };
}

/** 上诉、再审: one more instance of the case. */
export function addInstance(courtCase: CourtCase, instanceId: string, filing: InstanceFiling): CourtCase {
  return { ...courtCase, instances: [...courtCase.instances, openInstance(instanceId, filing)] };
}

/** 更正审级: number, court, day, parties and whose head appears; a party with records of its own stays. */
export function correctInstance(courtCase: CourtCase, instanceId: string, filing: Partial<InstanceFiling>): CourtCase {
  const before = instanceOf(courtCase, instanceId);
  const parties = filing.parties ?? before.parties;
  for (const party of before.parties) {
    if (!parties.some(({ department }) => department === party.department) && hasRecords(before, party.department)) {
      throw partyHasRecords(party.name);
    }
  }
  const checked = checkedFiling({ ...before, ...filing });
  return withInstance(courtCase, { ...before, ...checked });
} // prettier-ignore

/** How an instance ended. */
export interface Closing {
  readonly closedOn: Day;
  readonly outcome: Outcome;
  readonly writtenTrial: boolean;
  readonly disputeResolved: boolean | null;
}

/** 结案, or what was written of it set right; hearings still planned are off. */
export function closeInstance(courtCase: CourtCase, instanceId: string, closing: Closing, today: Day): CourtCase {
  const instance = instanceOf(courtCase, instanceId);
  const held = instance.hearings.filter(({ state, kind }) => state === 'HELD' && kind === 'TRIAL');
  const last = [instance.filedOn, ...held.map(({ day }) => day)].reduce((a, b) => (a > b ? a : b));
  if (closing.closedOn < last || closing.closedOn > today) throw closingDayWrong(closing.closedOn, last);
  if (closing.writtenTrial && held.length > 0) throw writtenTrialHeld(instance.number);
  if (closing.writtenTrial && instance.level === 'FIRST') throw outcomeNotWritten();
  const hearings = instance.hearings.map((hearing) =>
    hearing.state === 'SCHEDULED' && hearing.day > closing.closedOn
      ? { ...hearing, state: 'CANCELLED' as const, stateReason: '结案，不再开庭' }
      : hearing,
  );
  return withInstance(courtCase, { ...instance, ...closing, hearings });
} // prettier-ignore

/** 司法建议（第十二条） received for a department at an instance that was heard. */
export function recordSuggestion(courtCase: CourtCase, instanceId: string, suggestion: Suggestion): CourtCase {
  const instance = instanceOf(courtCase, instanceId);
  if (!instance.hearings.some(({ state }) => state === 'HELD')) throw suggestionBeforeHearing(instance.number);
  return withInstance(courtCase, { ...instance, suggestions: [...instance.suggestions, suggestion] });
} // prettier-ignore

function masked(filing: CaseFiling): CaseFiling {
  const { register, plaintiff, cause, actSued, publicInterest } = filing;
  return {
    register,
    plaintiff: maskPlaintiff(plaintiff),
    cause: cause.trim(),
    actSued: actSued.trim(),
    publicInterest,
  };
}

function openInstance(id: string, filing: InstanceFiling): Instance {
  const open = { closedOn: null, outcome: null, writtenTrial: false, disputeResolved: null };
  return { id, ...checkedFiling(filing), ...open, hearings: [], suggestions: [] };
}

function checkedFiling({ level, number, court, filedOn, parties }: InstanceFiling): InstanceFiling {
  const twice = parties.find((party, i) => parties.findIndex(({ department }) => department === party.department) !== i);
  if (twice) throw partyTwice(twice.name);
  if (!parties.some(({ role }) => role !== 'THIRD_PARTY')) throw defendantMissing();
  return { level, number: cleanCaseNumber(number), court: court.trim(), filedOn, parties };
} // prettier-ignore

function hasRecords({ hearings, suggestions }: Instance, department: string): boolean {
  return (
    suggestions.some((one) => one.department === department) ||
    hearings.some(({ notices, appearances }) =>
      [...notices, ...appearances].some((one) => one.department === department),
    )
  );
}
