import { checkDefinition } from './check-definition.js';
import type {
  DocumentDefinition,
  FieldDefinition,
  ProcedureDefinition,
  StepDefinition,
} from './definition.js';
import { parseGate } from './parse-gate.js';
import { PlainReader, plain } from './plain-reader.js';
import { definitionInvalid } from './procedure.errors.js';

/**
 * Takes the plain value of a definition file (overlays already laid on it) and the file's name; gives the definition.
 * Refuses (INVALID) naming all faults at once and where each stands: unknown keys, nameless or unreachable steps, gates
 * before or about what does not exist, and circles.
 */
export function parseDefinition(value: unknown, place: string): ProcedureDefinition {
  const faults: string[] = [];
  const file = new PlainReader(plain(value), place, faults);
  file.only(
    'id', 'name', 'version', 'source', 'overlays', 'milestones', 'substantiveChange', 'returns', 'sides', 'steps', 'gates',
  ); // prettier-ignore
  const milestones = file.inner('milestones').only('decided', 'finished');
  const change = file.inner('substantiveChange').only('fallBackTo', 'article');
  const returns = file.inner('returns').only('step', 'clock', 'article');
  const sides = file.inner('sides').only('suspend', 'adjust', 'terminate');
  const definition: ProcedureDefinition = {
    id: file.text('id'),
    name: file.text('name'),
    version: file.whole('version', 1),
    source: file.text('source'),
    overlays: file.texts('overlays'),
    milestones: { decided: milestones.text('decided'), finished: milestones.text('finished') },
    substantiveChange: { fallBackTo: change.text('fallBackTo'), article: change.text('article') },
    returns: {
      step: returns.text('step'),
      clock: returns.oneOf('clock', ['RESTART', 'PAUSE'] as const),
      article: returns.text('article'),
    },
    sides: {
      suspend: sides.text('suspend'),
      adjust: sides.text('adjust'),
      terminate: sides.text('terminate'),
    },
    steps: file.list('steps', parseStep),
    gates: file.list('gates', parseGate),
  };
  faults.push(...checkDefinition(definition));
  if (faults.length > 0) throw definitionInvalid(place, faults);
  return definition;
}

function parseStep(step: PlainReader): StepDefinition {
  step.only(
    'id', 'name', 'article', 'by', 'role', 'after', 'optional', 'repeatable', 'bindsDraft', 'determination', 'fields',
    'documents', 'due',
  ); // prettier-ignore
  return {
    id: step.text('id'),
    name: step.text('name'),
    article: step.text('article'),
    by: step.oneOf('by', ['OFFICE', 'UNDERTAKER'] as const),
    role: step.text('role'),
    after: step.texts('after'),
    optional: step.flag('optional'),
    repeatable: step.flag('repeatable'),
    bindsDraft: step.flag('bindsDraft'),
    determination: parseDetermination(step),
    fields: step.list('fields', parseField),
    documents: step.list('documents', parseDocument),
    due: parseDue(step),
  };
}

function parseDetermination(step: PlainReader): StepDefinition['determination'] {
  if (!step.has('determination')) return null;
  const given = step.inner('determination').only('question', 'article', 'forced');
  const forced = given.has('forced') ? given.inner('forced').only('trait', 'reason') : null;
  return {
    question: given.text('question'),
    article: given.text('article'),
    forced: forced && { trait: forced.text('trait'), reason: forced.text('reason') },
  };
}

function parseDue(step: PlainReader): StepDefinition['due'] {
  if (!step.has('due')) return null;
  const due = step.inner('due').only('after', 'count', 'unit');
  return {
    after: due.text('after'),
    count: due.whole('count', 1),
    unit: due.oneOf('unit', ['CALENDAR', 'WORKING'] as const),
  };
}

function parseField(field: PlainReader): FieldDefinition {
  field.only('id', 'name', 'type', 'choices', 'required', 'requiredWhen');
  const type = field.oneOf('type', ['TEXT', 'DAY', 'CHOICE'] as const, 'TEXT');
  const choices = field.words('choices').map(([id, name]) => ({ id, name }));
  if ((type === 'CHOICE') !== choices.length > 0) field.fault('选项只用于 CHOICE，且不能为空');
  const when = field.has('requiredWhen') ? field.inner('requiredWhen').only('field', 'values') : null;
  return {
    id: field.text('id'),
    name: field.text('name'),
    type,
    choices,
    required: field.flag('required'),
    requiredWhen: when && { field: when.text('field'), values: when.texts('values') },
  };
}

function parseDocument(document: PlainReader): DocumentDefinition {
  document.only('id', 'name', 'required');
  return { id: document.text('id'), name: document.text('name'), required: document.flag('required') };
}
