import type { Day } from '../calendar/day.js';
import type { ProcedureDefinition, StepDefinition } from './definition.js';
import type { DeterminationEntry, DraftEntry, Entry, OverrideEntry, Procedure, StepEntry } from './entry.js';
import { sideStateAfter, type SideState } from './side-state.js';

/** What of a file counts: the last record of each step that no change of the draft and no return has overtaken. */
export interface ValidEntries {
  readonly state: SideState;
  readonly records: ReadonlyMap<string, StepEntry>;
  readonly determinations: ReadonlyMap<string, DeterminationEntry>;
  /** By gate; approved ones only. */
  readonly overrides: ReadonlyMap<string, OverrideEntry>;
  /** Asked for and not yet approved, oldest first. */
  readonly waiting: readonly OverrideEntry[];
  readonly draft: DraftEntry | null;
  /** Ids of papers filed, by step. */
  readonly documents: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Tally {
  state: SideState;
  records: Map<string, StepEntry>;
  determinations: Map<string, DeterminationEntry>;
  overrides: Map<string, OverrideEntry>;
  waiting: OverrideEntry[];
  draft: DraftEntry | null;
  documents: Map<string, Set<string>>;
}

/** Takes a matter; gives what counts of it. Pure: the same entries give the same answer for ever. */
export function validEntries({ definition, entries }: Procedure): ValidEntries {
  const tally: Tally = {
    state: 'RUNNING',
    records: new Map(),
    determinations: new Map(),
    overrides: new Map(),
    waiting: [],
    draft: null,
    documents: new Map(),
  };
  for (const entry of entries) take(definition, tally, entry);
  return tally;
}

function take(definition: ProcedureDefinition, tally: Tally, entry: Entry): void {
  switch (entry.kind) {
    case 'STEP':
      tally.records.set(entry.step, entry);
      return;
    case 'DETERMINATION':
      tally.determinations.set(entry.step, entry);
      return;
    case 'OVERRIDE':
      tally.waiting.push(entry);
      return;
    case 'DOCUMENT':
      tally.documents.set(entry.step, (tally.documents.get(entry.step) ?? new Set()).add(entry.document));
      return;
    case 'APPROVAL':
    case 'DRAFT':
    case 'MARK':
      takeTurn(definition, tally, entry);
  }
}

/** Entries that change what the others are worth. */
function takeTurn(
  definition: ProcedureDefinition,
  tally: Tally,
  entry: Exclude<Entry, { kind: 'STEP' | 'DETERMINATION' | 'OVERRIDE' | 'DOCUMENT' }>,
): void {
  if (entry.kind === 'APPROVAL') approve(tally, entry.override);
  if (entry.kind === 'DRAFT') {
    // 重大修改后应当重新履行审查程序 (G8); the first version changes nothing.
    if (entry.substantive && tally.draft !== null)
      overtake(definition, tally, definition.substantiveChange.fallBackTo);
    tally.draft = entry;
  }
  if (entry.kind === 'MARK') {
    tally.state = sideStateAfter(tally.state, entry.deed) ?? tally.state;
    const { step, clock } = definition.returns;
    if (entry.deed === 'RETURN' && clock === 'RESTART') overtake(definition, tally, step);
  }
}

function approve(tally: Tally, seq: number): void {
  const asked = tally.waiting.find((each) => each.seq === seq);
  if (!asked) return;
  tally.waiting = tally.waiting.filter((each) => each !== asked);
  tally.overrides.set(asked.gate, asked);
}

/** Records of a step and of all that follow count no more, nor do exceptions made for them. */
function overtake(definition: ProcedureDefinition, tally: Tally, step: string): void {
  const fallen = new Set([step, ...followersOf(definition, step)]);
  for (const id of fallen) tally.records.delete(id);
  for (const gate of definition.gates) {
    if (!gate.guards.some((guarded) => fallen.has(guarded))) continue;
    tally.overrides.delete(gate.id);
    tally.waiting = tally.waiting.filter((each) => each.gate !== gate.id);
  }
}

/** All steps that wait for this one, directly or through others. */
export function followersOf(definition: ProcedureDefinition, step: string): string[] {
  const found = new Set<string>();
  const queue = [step];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const each of definition.steps) {
      if (!each.after.includes(id) || found.has(each.id)) continue;
      found.add(each.id);
      queue.push(each.id);
    }
  }
  return [...found];
}

/** Whether a step applies: answered yes or no, forced by a trait, always (no question), or not answered (null). */
export function appliesTo(procedure: Procedure, valid: ValidEntries, step: StepDefinition): boolean | null {
  if (step.determination === null) return true;
  const { forced } = step.determination;
  if (forced !== null && procedure.traits.includes(forced.trait)) return true;
  return valid.determinations.get(step.id)?.applies ?? null;
}

/** A step is settled when it has been done, or when it was determined with reasons that it does not apply. */
export function isSettled(procedure: Procedure, valid: ValidEntries, step: StepDefinition): boolean {
  return valid.records.has(step.id) || appliesTo(procedure, valid, step) === false;
}

/** The day in a field of a step's last valid record, or of the step itself (`on`); null where there is none. */
export function dayAt(valid: ValidEntries, place: { step: string; field: string }): Day | null {
  const record = valid.records.get(place.step);
  if (!record) return null;
  return place.field === 'on' ? record.on : (record.fields[place.field] ?? null);
}
