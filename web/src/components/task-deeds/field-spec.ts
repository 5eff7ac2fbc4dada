/** What a field of a deed's form holds. */
export type FieldKind =
  | 'text'
  | 'lines'
  | 'day'
  | 'percent'
  | 'count'
  | 'departments'
  | 'groups'
  | 'indicators'
  | 'target'
  | 'parts'
  | 'evidence';

/** One field of a deed's form. */
export interface FieldSpec {
  /** Name in the request. */
  name: string;
  kind: FieldKind;
  /** Key of its label under `field`; the name where left out. */
  label?: string;
  isRequired?: boolean;
  maxLength?: number;
  /** Key of its hint under `hint`. */
  hint?: string;
}

/** What has been filled in, by the names of the fields. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A number with its unit, e.g. 20 次. */
export interface Target {
  value: number;
  unit: string;
}

/** True where nothing is filled in. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlank);
  return false;
}

/** The fields that must be filled in and are not. */
export function missingIn(fields: readonly FieldSpec[], values: FieldValues): string[] {
  return fields.filter(({ name, isRequired }) => isRequired && isBlank(values[name])).map(({ name }) => name);
}

/** What is sent: blank fields are left out, texts are trimmed. */
export function bodyOf(fields: readonly FieldSpec[], values: FieldValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name }) => [name, tidy(values[name])] as const).filter(([, value]) => !isBlank(value)),
  );
}

/** The fields whose value is not what it was. */
export function changedOnly(body: FieldValues, before: FieldValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(tidy(before[name])),
    ),
  );
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidy).filter((each) => !isBlank(each));
  return value;
}
