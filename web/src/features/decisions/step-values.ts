import type { StepField } from './decision-types.js';

/** What has been filled in, by the ids of the fields. */
export type StepValues = Readonly<Record<string, string>>;

/** Whether a field must be filled in as the others stand: always, or because another field has one of its values. */
export function isWanted({ required, requiredWhen }: StepField, values: StepValues): boolean {
  if (required) return true;
  return requiredWhen !== null && requiredWhen.values.includes(values[requiredWhen.field] ?? '');
}

/** Names of the fields that must be filled in and are not. */
export function missingNames(fields: readonly StepField[], values: StepValues): string[] {
  return fields
    .filter((field) => isWanted(field, values) && (values[field.id] ?? '').trim() === '')
    .map(({ name }) => name);
}

/** What is sent: trimmed, blank fields left out. */
export function filledIn(fields: readonly StepField[], values: StepValues): Record<string, string> {
  const pairs = fields.map(({ id }) => [id, (values[id] ?? '').trim()] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** A kept value as it is read: a choice by its word. */
export function wordOf(field: StepField, value: string): string {
  return field.choices.find(({ id }) => id === value)?.name ?? value;
}
