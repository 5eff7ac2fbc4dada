import { addDays, type Day } from '../calendar/day.js';
import type { GateDefinition, GateRule, ProcedureDefinition } from './definition.js';
import type { Procedure } from './entry.js';
import { missingDocuments } from './archive.js';
import { documentName, fieldName, stepName, stepOf, wordOf } from './names.js';
import { periodEnd, periodRun, periodText } from './period.js';
import { appliesTo, dayAt, isSettled, type ValidEntries } from './valid-entries.js';

/** How a gate stands. */
export interface GateFinding {
  readonly gate: GateDefinition;
  /** WARNED is open but told; OVERRIDDEN would be shut without the approved reason. */
  readonly status: 'OPEN' | 'WARNED' | 'OVERRIDDEN' | 'SHUT';
  /** What is missing, in words; of an open gate, the warning. */
  readonly missing: readonly string[];
  /** First day on which the gate can open as far as days are known; null where it is not a question of days. */
  readonly earliest: Day | null;
}

interface Verdict {
  readonly missing: readonly string[];
  readonly warnings?: readonly string[];
  readonly earliest?: Day | null;
}

const FINE: Verdict = { missing: [] };

/** Judges a gate on what counts of a matter. `on` is the day of the deed it stands before. */
export function judgeGate(
  procedure: Procedure,
  valid: ValidEntries,
  gate: GateDefinition,
  on: Day,
): GateFinding {
  const { missing, warnings = [], earliest = null } = judge(procedure, valid, gate.rule, on);
  if (missing.length > 0) {
    const overridden = gate.force === 'SOFT' && valid.overrides.has(gate.id);
    return { gate, status: overridden ? 'OVERRIDDEN' : 'SHUT', missing, earliest };
  }
  return { gate, status: warnings.length > 0 ? 'WARNED' : 'OPEN', missing: warnings, earliest };
}

type Judge<Kind extends GateRule['kind']> = (
  procedure: Procedure,
  valid: ValidEntries,
  rule: Extract<GateRule, { kind: Kind }>,
  on: Day,
) => Verdict;

const JUDGES: { readonly [Kind in GateRule['kind']]: Judge<Kind> } = {
  PASSED_ON_DRAFT: ({ definition }, valid, { step, field, values }) => {
    const record = valid.records.get(step);
    const wanted = `${stepName(definition, step)}结论为“${words(definition, step, field, values)}”`;
    if (!record) return { missing: [`缺少${wanted}的记录`] };
    const outcome = record.fields[field] ?? '';
    if (!values.includes(outcome))
      return { missing: [`${wanted}，现为“${wordOf(definition, step, field, outcome)}”`] };
    return record.draft === (valid.draft?.sha256 ?? null)
      ? FINE
      : { missing: [`${stepName(definition, step)}针对的是草案的另一版本，应当就现行版本重新办理`] };
  },
  FIELD_IN: ({ definition }, valid, { step, field, values }) => {
    const found = valid.records.get(step)?.fields[field];
    return found === undefined || values.includes(found)
      ? FINE
      : {
          missing: [
            `${stepName(definition, step)}的“${fieldName(definition, step, field)}”应为“${words(definition, step, field, values)}”，现为“${wordOf(definition, step, field, found)}”`,
          ],
        };
  },
  FIELDS: ({ definition }, valid, { step, fields }) => {
    const record = valid.records.get(step);
    if (!record) return FINE;
    const empty = fields.filter((field) => (record.fields[field] ?? '').trim() === '');
    return {
      missing: empty.map(
        (field) => `${stepName(definition, step)}未填写“${fieldName(definition, step, field)}”`,
      ),
    };
  },
  DOCUMENTS: (procedure, valid, { documents }) => ({
    missing: documents
      .filter(({ step }) => isWanted(procedure, valid, step))
      .filter(({ step, document }) => !valid.documents.get(step)?.has(document))
      .map(
        ({ step, document }) =>
          `缺少${stepName(procedure.definition, step)}的“${documentName(procedure.definition, step, document)}”`,
      ),
  }),
  ANY_DONE: ({ definition }, valid, { steps }) =>
    steps.some((step) => valid.records.has(step))
      ? FINE
      : { missing: [`${steps.map((step) => stepName(definition, step)).join('、')}至少办理一项`] },
  SETTLED: (procedure, valid, { steps }) => ({
    missing: steps
      .filter((step) => !isSettled(procedure, valid, stepOf(procedure.definition, step)))
      .map((step) => `“${stepName(procedure.definition, step)}”尚未办理`),
  }),
  MIN_PERIOD: judgePeriod,
  NOT_BEFORE: ({ definition }, valid, { from, days }, on) => {
    const start = dayAt(valid, from);
    if (start === null) return FINE;
    const earliest = addDays(start, days);
    if (on >= earliest) return { missing: [], earliest };
    const what = `${stepName(definition, from.step)}的“${fieldName(definition, from.step, from.field)}”为 ${start}`;
    return { missing: [`${what}，期限尚未届满`], earliest };
  },
  NEW_DRAFT_AFTER: ({ definition, entries }, valid, { step, field, values }) => {
    const barred = entries.some(
      (entry) =>
        entry.kind === 'STEP' &&
        entry.step === step &&
        entry !== valid.records.get(step) &&
        values.includes(entry.fields[field] ?? '') &&
        entry.draft === (valid.draft?.sha256 ?? null),
    );
    const word = words(definition, step, field, values);
    return barred ? { missing: [`本版草案已被认定为“${word}”，应当调整决策草案后就新版本重新办理`] } : FINE;
  },
  ARCHIVE: (procedure, valid) => ({
    missing: missingDocuments(procedure, valid).map(({ step, document }) => `${step.name}：${document.name}`),
  }),
};

function judge(procedure: Procedure, valid: ValidEntries, rule: GateRule, on: Day): Verdict {
  const apply = JUDGES[rule.kind] as Judge<GateRule['kind']>;
  return apply(procedure, valid, rule as never, on);
}

function judgePeriod(
  { definition, calendar }: Procedure,
  valid: ValidEntries,
  rule: Extract<GateRule, { kind: 'MIN_PERIOD' }>,
): Verdict {
  const from = dayAt(valid, rule.from);
  if (from === null) return FINE;
  const { raw, rolled } = periodEnd(calendar, from, rule.period);
  const to = dayAt(valid, rule.to);
  if (to === null) return { missing: [], earliest: raw };
  const run = periodRun(calendar, from, to, rule.period.unit);
  const unit = rule.period.unit === 'WORKING' ? '个工作日' : '日';
  const place = `自 ${from} 至“${fieldName(definition, rule.to.step, rule.to.field)}”${to} 共 ${run} ${unit}`;
  if (run < rule.period.count)
    return { missing: [`${place}，少于 ${periodText(rule.period)}`], earliest: raw };
  const warnings = [
    ...(run < rule.warnBelow ? [`${place}，从严计算应不少于 ${rule.warnBelow} ${unit}`] : []),
    ...(to === raw && rolled !== raw && rule.from.step === rule.to.step && rule.warnBelow === 0
      ? [`期限末日 ${raw} 为休息日，建议顺延至 ${rolled}（民法典第二百零三条）`]
      : []),
  ];
  return { missing: [], warnings, earliest: raw };
}

/** A paper is wanted of a step that was done, or that must be done. */
function isWanted(procedure: Procedure, valid: ValidEntries, id: string): boolean {
  const step = stepOf(procedure.definition, id);
  if (valid.records.has(id)) return true;
  return !step.optional && appliesTo(procedure, valid, step) !== false;
}

function words(
  definition: ProcedureDefinition,
  step: string,
  field: string,
  values: readonly string[],
): string {
  return values.map((value) => wordOf(definition, step, field, value)).join('”或者“');
}
