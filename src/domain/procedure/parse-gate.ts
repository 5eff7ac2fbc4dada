import type { DayPlace, GateDefinition, GateRule } from './definition.js';
import type { PlainReader } from './plain-reader.js';

/** Reads one gate; faults go to the reader. */
export function parseGate(gate: PlainReader): GateDefinition {
  gate.only('id', 'name', 'article', 'force', 'guards', 'rule', 'override');
  const force = gate.oneOf('force', ['HARD', 'SOFT'] as const);
  if (force === 'HARD' && gate.has('override')) gate.fault('强制要求不得设例外');
  const guards = gate.texts('guards');
  if (guards.length === 0) gate.fault('“guards”应列明它把守的环节');
  return {
    id: gate.text('id'),
    name: gate.text('name'),
    article: gate.text('article'),
    force,
    guards,
    rule: parseRule(gate.inner('rule')),
    override: force === 'SOFT' ? { published: gate.inner('override').only('published').flag('published') } : null, // prettier-ignore
  };
}

const KINDS = {
  PASSED_ON_DRAFT: (rule) => ({ kind: 'PASSED_ON_DRAFT', ...fieldValues(rule) }),
  FIELD_IN: (rule) => ({ kind: 'FIELD_IN', ...fieldValues(rule) }),
  NEW_DRAFT_AFTER: (rule) => ({ kind: 'NEW_DRAFT_AFTER', ...fieldValues(rule) }),
  FIELDS: (rule) => ({
    kind: 'FIELDS',
    step: rule.only('kind', 'step', 'fields').text('step'),
    fields: filled(rule, 'fields'),
  }),
  DOCUMENTS: (rule) => ({
    kind: 'DOCUMENTS',
    documents: rule
      .only('kind', 'documents')
      .list('documents', (each) => ({ step: each.text('step'), document: each.text('document') })),
  }),
  ANY_DONE: (rule) => ({ kind: 'ANY_DONE', steps: filled(rule.only('kind', 'steps'), 'steps') }),
  SETTLED: (rule) => ({ kind: 'SETTLED', steps: filled(rule.only('kind', 'steps'), 'steps') }),
  MIN_PERIOD: (rule) => ({
    kind: 'MIN_PERIOD',
    from: parsePlace(rule.only('kind', 'from', 'to', 'count', 'unit', 'warnBelow').inner('from')),
    to: parsePlace(rule.inner('to')),
    period: { count: rule.whole('count', 1), unit: rule.oneOf('unit', ['CALENDAR', 'WORKING'] as const) },
    warnBelow: rule.whole('warnBelow', 0, 0),
  }),
  NOT_BEFORE: (rule) => ({
    kind: 'NOT_BEFORE',
    from: parsePlace(rule.only('kind', 'from', 'days').inner('from')),
    days: rule.whole('days', 0),
  }),
  ARCHIVE: (rule) => {
    rule.only('kind');
    return { kind: 'ARCHIVE' };
  },
} as const satisfies Record<GateRule['kind'], (rule: PlainReader) => GateRule>;

function parseRule(rule: PlainReader): GateRule {
  const kind = rule.oneOf('kind', Object.keys(KINDS) as GateRule['kind'][]);
  return KINDS[kind](rule);
}

function fieldValues(rule: PlainReader): { step: string; field: string; values: string[] } {
  rule.only('kind', 'step', 'field', 'values');
  return { step: rule.text('step'), field: rule.text('field'), values: filled(rule, 'values') };
}

function filled(rule: PlainReader, key: string): string[] {
  const found = rule.texts(key);
  if (found.length === 0) rule.fault(`“${key}”不能为空`);
  return found;
}

function parsePlace(place: PlainReader): DayPlace {
  return { step: place.only('step', 'field').text('step'), field: place.text('field') };
}
