import type { Day } from '../calendar/day.js';
import type { DomainError } from '../refusal.js';
import type { Procedure } from './entry.js';
import { judgeGate, type GateFinding } from './judge-gate.js';
import { citation } from './names.js';
import { gateShut } from './procedure.errors.js';
import type { ValidEntries } from './valid-entries.js';

/** Every gate before a step, or before CLOSE, as it stands on a day. */
export function findingsFor(
  procedure: Procedure,
  valid: ValidEntries,
  guarded: string,
  on: Day,
): GateFinding[] {
  return procedure.definition.gates
    .filter((gate) => gate.guards.includes(guarded))
    .map((gate) => judgeGate(procedure, valid, gate, on));
}

/** The refusals of the gates that are shut. */
export function shutGates(
  procedure: Procedure,
  valid: ValidEntries,
  guarded: string,
  deed: string,
  on: Day,
): DomainError[] {
  return findingsFor(procedure, valid, guarded, on)
    .filter(({ status }) => status === 'SHUT')
    .map(({ gate, missing, earliest }) =>
      gateShut(deed, {
        gate: gate.id,
        name: gate.name,
        article: citation(procedure.definition, gate.article),
        missing,
        earliest,
        overridable: gate.force === 'SOFT',
      }),
    );
}
