import { Problem } from '../../api/problem.js';

interface FieldFault {
  field: string;
  rules: readonly string[];
}

/** What the service says of single fields, by the name of the form's field; a fault inside a list stands at the list. */
export function fieldFaults(error: unknown): Readonly<Record<string, string>> {
  // Other refusals name fields too, in shapes of their own.
  if (!(error instanceof Problem) || error.code !== 'REQUEST_INVALID') return {};
  const fields = error.details['fields'];
  if (!Array.isArray(fields)) return {};
  const faults: Record<string, string> = {};
  for (const { field, rules } of fields as FieldFault[]) {
    const name = field.split('.')[0] ?? field;
    const sentence = rules.join('；');
    faults[name] = faults[name] ? `${faults[name]}；${sentence}` : sentence;
  }
  return faults;
}
