import { Problem } from '../../../api/problem.js';

/** Fields of the service whose inputs have another name here. */
const NAMES: Readonly<Record<string, string>> = { absence: 'absenceReason' };

/** What the service says of single fields, by the name of the form's field; a fault inside a list or a person stands at it. */
export function fieldFaults(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Problem) || error.code !== 'REQUEST_INVALID') return {};
  const fields = error.details['fields'];
  if (!Array.isArray(fields)) return {};
  const faults: Record<string, string> = {};
  for (const { field, rules } of fields as { field: string; rules: readonly string[] }[]) {
    const [first = field, second] = field.split('.');
    const part = first === 'instance' ? (second ?? first) : first;
    const name = NAMES[part] ?? part;
    const sentence = rules.join('；');
    faults[name] = faults[name] ? `${faults[name]}；${sentence}` : sentence;
  }
  return faults;
}
