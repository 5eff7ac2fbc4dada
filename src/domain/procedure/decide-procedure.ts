import type { Day } from '../calendar/day.js';
import { DomainError } from '../refusal.js';
import { problemsOf } from './check-deed.js';
import { draftOf, withRecord } from './check-record.js';
import { isSideAct, type ProcedureAct, type ProcedureDeed } from './deed.js';
import type { Entry, Fact, Procedure } from './entry.js';
import type { GateFinding } from './judge-gate.js';
import { stepOf } from './names.js';
import { findingsFor } from './shut-gates.js';
import { validEntries, type ValidEntries } from './valid-entries.js';

/** What has happened: the entry, and the steps whose records count no more because of it. */
export interface ProcedureEvent {
  readonly entry: Entry;
  readonly fallen: readonly string[];
}

/**
 * Takes a matter, a deed and the office's day; gives the matter after it and what happened. Refuses what the state, the
 * order of the steps, the determinations or a gate do not allow, naming gate, article, what is missing and the earliest
 * day; `details.problems` lists everything that stands against it.
 */
export function decide(procedure: Procedure, act: ProcedureAct, today: Day): [Procedure, ProcedureEvent[]] {
  const valid = validEntries(procedure);
  const problems = problemsOf(procedure, valid, act, today);
  const [first] = problems;
  if (first) throw withAll(first, problems);
  const entry = {
    ...factOf(procedure, valid, act.act, today),
    seq: procedure.entries.length + 1,
    recordedOn: today,
    by: act.by,
  } as Entry;
  const next = { ...procedure, entries: [...procedure.entries, entry] };
  const records = validEntries(next).records;
  const fallen = [...valid.records.keys()].filter((step) => !records.has(step));
  return [next, [{ entry, fallen }]];
}

/** What a deed would meet, without doing it. */
export interface ProcedurePreview {
  readonly allowed: boolean;
  readonly problems: readonly DomainError[];
  /** The gates before the deed, also those that are open, each with its earliest day. */
  readonly gates: readonly GateFinding[];
  /** Steps that would have to be done again. */
  readonly fallen: readonly string[];
}

/** Answers what would be refused and when each gate can open at the earliest; changes nothing. */
export function preview(procedure: Procedure, act: ProcedureAct, today: Day): ProcedurePreview {
  const valid = validEntries(procedure);
  const problems = problemsOf(procedure, valid, act, today);
  const gates = gatesBefore(procedure, valid, act.act, today);
  const fallen = problems.length > 0 ? [] : (decide(procedure, act, today)[1][0]?.fallen ?? []);
  return { allowed: problems.length === 0, problems, gates, fallen };
}

function gatesBefore(
  procedure: Procedure,
  valid: ValidEntries,
  act: ProcedureDeed,
  today: Day,
): GateFinding[] {
  if (act.deed === 'CLOSE') return findingsFor(procedure, valid, 'CLOSE', today);
  if (act.deed !== 'RECORD') return [];
  const step = procedure.definition.steps.find((each) => each.id === act.step);
  return step ? findingsFor(procedure, withRecord(valid, step, act, today), step.id, act.on) : [];
}

function factOf(procedure: Procedure, valid: ValidEntries, act: ProcedureDeed, today: Day): Fact {
  if (isSideAct(act)) return { kind: 'MARK', on: today, deed: act.deed, reason: act.reason.trim() };
  switch (act.deed) {
    case 'RECORD': {
      const draft = draftOf(valid, stepOf(procedure.definition, act.step));
      return { kind: 'STEP', on: act.on, step: act.step, fields: trimmed(act.fields), draft };
    }
    case 'DETERMINE':
      return { kind: 'DETERMINATION', on: today, step: act.step, applies: act.applies, reason: act.reason.trim() }; // prettier-ignore
    case 'OVERRIDE': {
      const { gate, reason, publishedIn } = act;
      return { kind: 'OVERRIDE', on: today, gate, reason: reason.trim(), publishedIn: publishedIn.trim() };
    }
    case 'APPROVE_OVERRIDE':
      return { kind: 'APPROVAL', on: today, override: act.override };
    case 'CHANGE_DRAFT': {
      const { sha256, substantive, note } = act;
      return { kind: 'DRAFT', on: today, sha256, substantive, note: note.trim() };
    }
    case 'FILE_DOCUMENT': {
      const { step, document, name, sha256 } = act;
      return { kind: 'DOCUMENT', on: today, step, document, name, sha256 };
    }
  }
}

function trimmed(fields: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(fields).map(([id, value]) => [id, value.trim()] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** The first problem as the refusal, the whole list in its details. */
function withAll(first: DomainError, problems: readonly DomainError[]): DomainError {
  const listed = problems.map(({ code, message, details }) => ({ ...details, code, message }));
  return new DomainError(first.kind, first.code, first.message, { ...first.details, problems: listed });
}
