import type { Day } from '../calendar/day.js';
import { missingDocuments } from './archive.js';
import type { StepDefinition } from './definition.js';
import type { Procedure, StepEntry } from './entry.js';
import type { GateFinding } from './judge-gate.js';
import { stepOf } from './names.js';
import { periodEnd } from './period.js';
import { findingsFor } from './shut-gates.js';
import { appliesTo, dayAt, isSettled, validEntries, type ValidEntries } from './valid-entries.js';

/** DONE · NOT_APPLICABLE · CURRENT (all before it is settled) · WAITING. */
export type StepState = 'DONE' | 'NOT_APPLICABLE' | 'CURRENT' | 'WAITING';

/** How a step stands on a day. */
export interface StepStanding {
  readonly step: StepDefinition;
  readonly state: StepState;
  /** Whether it applies; null while the question is open. */
  readonly applies: boolean | null;
  readonly record: StepEntry | null;
  /** Steps it still waits for. */
  readonly waitsFor: readonly string[];
  /** The gates before it, as they stand today. */
  readonly gates: readonly GateFinding[];
  /** Required papers that are not filed yet. */
  readonly missingDocuments: readonly string[];
  /** The latest of the earliest days of its gates. */
  readonly earliest: Day | null;
  /** The day by which it must be done, where a period runs. */
  readonly dueOn: Day | null;
}

/** Every step of a matter in order, as it stands on a day. Pure. */
export function standings(procedure: Procedure, today: Day): StepStanding[] {
  const valid = validEntries(procedure);
  const missing = missingDocuments(procedure, valid);
  return procedure.definition.steps.map((step) => {
    const waitsFor = step.after
      .map((id) => stepOf(procedure.definition, id))
      .filter((each) => !each.optional && !isSettled(procedure, valid, each))
      .map((each) => each.name);
    const record = valid.records.get(step.id) ?? null;
    const applies = appliesTo(procedure, valid, step);
    const gates = findingsFor(procedure, valid, step.id, today);
    return {
      step,
      state: stateOf(record, applies, waitsFor),
      applies,
      record,
      waitsFor,
      gates,
      missingDocuments: missing.filter((one) => one.step === step).map((one) => one.document.name),
      earliest: latest(gates.map((gate) => gate.earliest)),
      dueOn: dueOf(procedure, valid, step),
    };
  });
}

/** The steps that can be worked on now; of a matter off its way, none. */
export function currentSteps(procedure: Procedure): StepDefinition[] {
  const valid = validEntries(procedure);
  if (valid.state !== 'RUNNING') return [];
  return procedure.definition.steps.filter(
    (step) =>
      !step.optional &&
      !isSettled(procedure, valid, step) &&
      step.after.every((id) => {
        const before = stepOf(procedure.definition, id);
        return before.optional || isSettled(procedure, valid, before);
      }),
  );
}

/** The day a milestone was reached; null while it was not. */
export function milestoneDay(procedure: Procedure, milestone: 'decided' | 'finished'): Day | null {
  const valid = validEntries(procedure);
  const step = stepOf(procedure.definition, procedure.definition.milestones[milestone]);
  const record = valid.records.get(step.id);
  if (record) return record.on;
  // 依法不予公开 ends the matter with the decision itself.
  if (milestone !== 'finished' || appliesTo(procedure, valid, step) !== false) return null;
  return valid.records.get(procedure.definition.milestones.decided)?.on ?? null;
}

function stateOf(record: StepEntry | null, applies: boolean | null, waitsFor: readonly string[]): StepState {
  if (record) return 'DONE';
  if (applies === false) return 'NOT_APPLICABLE';
  return waitsFor.length === 0 ? 'CURRENT' : 'WAITING';
}

function dueOf(procedure: Procedure, valid: ValidEntries, step: StepDefinition): Day | null {
  if (step.due === null) return null;
  const from = dayAt(valid, { step: step.due.after, field: 'on' });
  return from === null ? null : periodEnd(procedure.calendar, from, step.due).rolled;
}

function latest(days: readonly (Day | null)[]): Day | null {
  const known = days.filter((day) => day !== null).sort();
  return known[known.length - 1] ?? null;
}
