import type { GateDefinition, ProcedureDefinition, StepDefinition } from './definition.js';

/** The step of an id; a fault of ours where a checked definition does not have it. */
export function stepOf(definition: ProcedureDefinition, id: string): StepDefinition {
  const step = definition.steps.find((each) => each.id === id);
  if (!step) throw new Error(`procedure ${definition.id} has no step ${id}`);
  return step;
}

/** The gate of an id, or null. */
export function gateOf(definition: ProcedureDefinition, id: string): GateDefinition | null {
  return definition.gates.find((each) => each.id === id) ?? null;
}

export function stepName(definition: ProcedureDefinition, id: string): string {
  return stepOf(definition, id).name;
}

export function fieldName(definition: ProcedureDefinition, step: string, field: string): string {
  if (field === 'on') return '办理日期';
  return stepOf(definition, step).fields.find((each) => each.id === field)?.name ?? field;
}

export function documentName(definition: ProcedureDefinition, step: string, document: string): string {
  return stepOf(definition, step).documents.find((each) => each.id === document)?.name ?? document;
}

/** The word shown for a choice; the value itself for other fields. */
export function wordOf(definition: ProcedureDefinition, step: string, field: string, value: string): string {
  const found = stepOf(definition, step).fields.find((each) => each.id === field);
  return found?.choices.find((choice) => choice.id === value)?.name ?? value;
}

/** An article with the rule it stands in; a text that names its own rule (《…》 or a document number) stands as it is. */
export function citation(definition: ProcedureDefinition, article: string): string {
  return /[《〔]/.test(article) ? article : `《${definition.source}》${article}`;
}
