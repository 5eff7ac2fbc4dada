import type { DomainError } from '../refusal.js';
import type { StepDefinition } from './definition.js';
import type { Procedure } from './entry.js';
import { stepPassed } from './procedure.errors.js';
import { followersOf, type ValidEntries } from './valid-entries.js';

/** What later steps stand on cannot be changed under them. */
export function passed(procedure: Procedure, valid: ValidEntries, step: StepDefinition): DomainError[] {
  const later = followersOf(procedure.definition, step.id).filter((id) => valid.records.has(id));
  if (step.repeatable || later.length === 0) return [];
  const names = procedure.definition.steps.filter(({ id }) => later.includes(id)).map(({ name }) => name);
  return [stepPassed(step.name, names)];
}
