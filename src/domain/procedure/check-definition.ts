import {
  CLOSING,
  type DayPlace,
  type GateDefinition,
  type GateRule,
  type ProcedureDefinition,
  type StepDefinition,
} from './definition.js';

/** What is wrong with a definition as a whole: names that lead nowhere, steps nobody reaches, circles. */
export function checkDefinition(definition: ProcedureDefinition): string[] {
  const { steps, gates } = definition;
  const unknownSteps = [
    ...steps.flatMap((step) => step.after.map((id) => [`环节 ${step.id} 的 after`, id] as const)),
    ...steps.flatMap((step) => (step.due ? [[`环节 ${step.id} 的 due`, step.due.after] as const] : [])),
    ['milestones.decided', definition.milestones.decided] as const,
    ['milestones.finished', definition.milestones.finished] as const,
    ['substantiveChange.fallBackTo', definition.substantiveChange.fallBackTo] as const,
    ['returns.step', definition.returns.step] as const,
  ].filter(([, id]) => !steps.some((step) => step.id === id));
  return [
    ...(steps.length === 0 ? ['没有环节'] : []),
    ...repeated(steps.map((step) => step.id)).map((id) => `环节 ${id} 重复`),
    ...repeated(gates.map((gate) => gate.id)).map((id) => `程序要求 ${id} 重复`),
    ...unknownSteps.map(([place, id]) => `${place} 指向不存在的环节 ${id}`),
    ...steps.flatMap(fieldFaults),
    ...gates.flatMap((gate) => gateFaults(definition, gate)),
    ...orderFaults(steps),
  ];
}

function fieldFaults(step: StepDefinition): string[] {
  const fields = step.fields.map((field) => field.id);
  return [
    ...repeated(fields).map((id) => `环节 ${step.id} 的登记事项 ${id} 重复`),
    ...repeated(step.documents.map((each) => each.id)).map((id) => `环节 ${step.id} 的材料 ${id} 重复`),
    ...step.fields
      .filter((field) => field.requiredWhen !== null && !fields.includes(field.requiredWhen.field))
      .map((field) => `环节 ${step.id} 的 ${field.id} 取决于不存在的 ${field.requiredWhen?.field}`),
  ];
}

function gateFaults({ steps }: ProcedureDefinition, gate: GateDefinition): string[] {
  const place = `程序要求 ${gate.id}`;
  const guarded = gate.guards.filter((id) => id !== CLOSING && !steps.some((step) => step.id === id));
  return [
    ...guarded.map((id) => `${place} 把守不存在的环节 ${id}`),
    ...ruleFaults(steps, gate.rule).map((fault) => `${place} ${fault}`),
  ];
}

function ruleFaults(steps: readonly StepDefinition[], rule: GateRule): string[] {
  if ('steps' in rule) return rule.steps.flatMap((id) => fieldsAt(steps, id, []));
  if ('fields' in rule) return fieldsAt(steps, rule.step, rule.fields);
  if ('documents' in rule)
    return rule.documents.flatMap(({ step, document }) => documentAt(steps, step, document));
  if ('from' in rule) return placesOf(rule).flatMap((place) => dayAt(steps, place));
  return 'values' in rule ? choicesAt(steps, rule) : [];
}

function placesOf(rule: Extract<GateRule, { from: DayPlace }>): DayPlace[] {
  return 'to' in rule ? [rule.from, rule.to] : [rule.from];
}

function fieldsAt(steps: readonly StepDefinition[], id: string, fields: readonly string[]): string[] {
  const step = steps.find((each) => each.id === id);
  if (!step) return [`指向不存在的环节 ${id}`];
  return fields
    .filter((field) => !step.fields.some((each) => each.id === field))
    .map((field) => `指向环节 ${id} 没有的登记事项 ${field}`);
}

function documentAt(steps: readonly StepDefinition[], id: string, document: string): string[] {
  const step = steps.find((each) => each.id === id);
  if (!step) return [`指向不存在的环节 ${id}`];
  return step.documents.some((each) => each.id === document) ? [] : [`指向环节 ${id} 没有的材料 ${document}`];
}

function dayAt(steps: readonly StepDefinition[], { step: id, field }: DayPlace): string[] {
  if (field === 'on') return fieldsAt(steps, id, []);
  const found = steps.find((each) => each.id === id)?.fields.find((each) => each.id === field);
  return found && found.type !== 'DAY' ? [`环节 ${id} 的 ${field} 不是日期`] : fieldsAt(steps, id, [field]);
}

function choicesAt(
  steps: readonly StepDefinition[],
  rule: { step: string; field: string; values: readonly string[] },
): string[] {
  const field = steps.find((each) => each.id === rule.step)?.fields.find((each) => each.id === rule.field);
  if (!field) return fieldsAt(steps, rule.step, [rule.field]);
  return rule.values
    .filter((value) => !field.choices.some((choice) => choice.id === value))
    .map((value) => `指向环节 ${rule.step} 的 ${rule.field} 没有的选项 ${value}`);
}

/** Walks from the steps that wait for nothing; what is not reached hangs on a circle or is part of one. */
function orderFaults(steps: readonly StepDefinition[]): string[] {
  const reached = new Set<string>();
  for (let grown = true; grown;) {
    const next = steps.filter((step) => !reached.has(step.id) && step.after.every((id) => reached.has(id)));
    for (const step of next) reached.add(step.id);
    grown = next.length > 0;
  }
  const left = steps.filter((step) => !reached.has(step.id));
  const circle = circleIn(left);
  return [
    ...(circle.length > 0 ? [`环节先后顺序成环：${[...circle, circle[0]].join(' → ')}`] : []),
    ...left.filter(({ id }) => !circle.includes(id)).map(({ id }) => `环节 ${id} 无法到达`),
  ];
}

/** A circle among steps that all wait for one another, in the order they wait; empty where there is none. */
function circleIn(left: readonly StepDefinition[]): string[] {
  const path: string[] = [];
  let step = left[0];
  while (step && !path.includes(step.id)) {
    path.push(step.id);
    const before: string | undefined = step.after.find((id) => left.some((each) => each.id === id));
    step = left.find((each) => each.id === before);
  }
  return step ? path.slice(path.indexOf(step.id)) : [];
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
