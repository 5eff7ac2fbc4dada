/** A field an event tells, before and after; null where it was not told. */
export interface ChangedField {
  field: string;
  before: string | null;
  after: string | null;
}

type Told = Readonly<Record<string, unknown>> | null;

/** What an event tells, field by field in the order told, as text a person reads: texts as they are, anything else as JSON. Pure. */
export function changedFields(before: Told, after: Told): ChangedField[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) }));
}

function textOf(told: Told, field: string): string | null {
  const value = told?.[field];
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
