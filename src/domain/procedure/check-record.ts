import { isDay, type Day } from '../calendar/day.js';
import type { DomainError } from '../refusal.js';
import type { FieldDefinition, StepDefinition } from './definition.js';
import type { ProcedureDeed } from './deed.js';
import type { Procedure, StepEntry } from './entry.js';
import { citation, stepOf } from './names.js';
import { passed } from './passed-steps.js';
import {
  dayOutOfOrder, determinationMissing, draftMissing, fieldInvalid, stepNotApplicable, stepNotOpen,
} from './procedure.errors.js'; // prettier-ignore
import { shutGates } from './shut-gates.js';
import { appliesTo, isSettled, type ValidEntries } from './valid-entries.js';

const LONGEST_TEXT = 4000;

type Recording = Extract<ProcedureDeed, { deed: 'RECORD' }>;

/**
 * What stands against recording a step: first what the form lacks, then the gates, which name the law and look at the file as it would be
 * with the record in it.
 */
export function recordProblems(
  procedure: Procedure,
  valid: ValidEntries,
  step: StepDefinition,
  act: Recording,
  today: Day,
): DomainError[] {
  const applies = appliesTo(procedure, valid, step);
  const { definition } = procedure;
  if (applies === false)
    return [stepNotApplicable(step.name, valid.determinations.get(step.id)?.reason ?? '')];
  const question = step.determination;
  return [
    ...fieldProblems(step, act.fields),
    ...shutGates(procedure, withRecord(valid, step, act, today), step.id, step.name, act.on),
    ...(applies === null && question
      ? [determinationMissing(step.name, question.question, citation(definition, question.article))]
      : []),
    ...orderProblems(procedure, valid, step, act.on),
    ...(step.bindsDraft && valid.draft === null ? [draftMissing(step.name)] : []),
    ...passed(procedure, valid, step),
  ];
}

/** What counts of the file once the step is recorded; of a preview's days, those that are days. */
export function withRecord(
  valid: ValidEntries,
  step: StepDefinition,
  act: Recording,
  today: Day,
): ValidEntries {
  const noDay = (id: string, value: string) =>
    step.fields.some((field) => field.id === id && field.type === 'DAY') && !isDay(value.trim());
  const kept = Object.entries(act.fields).filter(([id, value]) => !noDay(id, value));
  const record: StepEntry = {
    kind: 'STEP',
    seq: 0,
    on: isDay(act.on) ? act.on : today,
    recordedOn: today,
    by: '',
    step: step.id,
    fields: Object.fromEntries(kept.map(([id, value]) => [id, value.trim()])),
    draft: draftOf(valid, step),
  };
  return { ...valid, records: new Map([...valid.records, [step.id, record]]) };
}

/** The hash of the draft a step is done on. */
export function draftOf(valid: ValidEntries, step: StepDefinition): string | null {
  return step.bindsDraft ? (valid.draft?.sha256 ?? null) : null;
}

function orderProblems(
  procedure: Procedure,
  valid: ValidEntries,
  step: StepDefinition,
  on: Day,
): DomainError[] {
  const before = step.after.map((id) => stepOf(procedure.definition, id));
  const open = before.filter((each) => !each.optional && !isSettled(procedure, valid, each));
  if (open.length > 0) {
    const article = citation(procedure.definition, step.article);
    return [stepNotOpen(step.name, article, open.map((each) => each.name))]; // prettier-ignore
  }
  const later = before
    .map((each) => valid.records.get(each.id))
    .find((record) => record !== undefined && record.on > on);
  return later ? [dayOutOfOrder(step.name, on, stepOf(procedure.definition, later.step).name, later.on)] : [];
}

function fieldProblems(step: StepDefinition, given: Readonly<Record<string, string>>): DomainError[] {
  const unknown = Object.keys(given).filter((id) => !step.fields.some((field) => field.id === id));
  return [
    ...unknown.map((id) => fieldInvalid(step.name, id, '不是这一环节的登记事项')),
    ...step.fields.flatMap((field) => {
      const fault = faultOf(field, given);
      return fault === null ? [] : [fieldInvalid(step.name, field.name, fault)];
    }),
  ];
}

function faultOf(field: FieldDefinition, given: Readonly<Record<string, string>>): string | null {
  const value = (given[field.id] ?? '').trim();
  if (value === '') return isRequired(field, given) ? '应当填写' : null;
  if (field.type === 'DAY') return isDay(value) ? null : `“${value}”不是日期，应为 2023-06-30 的形式`;
  if (field.type === 'CHOICE' && !field.choices.some((choice) => choice.id === value))
    return `只能是：${field.choices.map((choice) => choice.name).join('、')}`;
  return value.length > LONGEST_TEXT ? `不得超过 ${LONGEST_TEXT} 个字` : null;
}

function isRequired(field: FieldDefinition, given: Readonly<Record<string, string>>): boolean {
  if (field.required) return true;
  return (
    field.requiredWhen !== null && field.requiredWhen.values.includes(given[field.requiredWhen.field] ?? '')
  );
}
