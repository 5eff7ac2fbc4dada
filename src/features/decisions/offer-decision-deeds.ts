import type { Day } from '../../domain/calendar/day.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { preview } from '../../domain/procedure/decide-procedure.js';
import type { StepDefinition } from '../../domain/procedure/definition.js';
import type { Procedure } from '../../domain/procedure/entry.js';
import type { DomainError } from '../../domain/refusal.js';
import { sideDeedNames, sideDeedsOf } from '../../domain/procedure/side-state.js';
import { validEntries } from '../../domain/procedure/valid-entries.js';
import { offer, type OfferedDeed } from '../../domain/task/offer.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { OpenedDecision } from './decision-desk.js';
import { requireDoer } from './decisions.policy.js';

/** What may be done to the decision as a whole; each asks the very guards the deed itself asks. Pure. */
export function offerDecisionDeeds(actor: Actor, opened: OpenedDecision, today: Day): OfferedDeed[] {
  const { decision, procedure } = opened;
  const valid = validEntries(procedure);
  const path = `/decisions/${decision.id}`;
  const { version } = decision;
  const moves = sideDeedsOf(valid.state).flatMap((deed) =>
    offered(
      actor,
      opened,
      today,
      { deed, reason: '—' },
      { deed, label: sideDeedNames[deed], path: `${path}/moves` },
    ),
  );
  const approvals = valid.waiting.flatMap((asked) =>
    offered(
      actor,
      opened,
      today,
      { deed: 'APPROVE_OVERRIDE', override: asked.seq },
      {
        deed: 'APPROVE_OVERRIDE',
        label: '批准例外',
        path: `${path}/exceptions/${asked.seq}/approve`,
        subject: asked.gate,
      },
    ),
  );
  const draft = offered(
    actor,
    opened,
    today,
    { deed: 'CHANGE_DRAFT', sha256: '', substantive: true, note: '' },
    { deed: 'CHANGE_DRAFT', label: valid.draft === null ? '上传草案' : '修改草案', path: `${path}/drafts` },
  ).map((each) => ({ ...each, version: null }));
  return [...draft, ...approvals, ...moves].map((each) =>
    each.version === null ? each : { ...each, version },
  );
}

/**
 * What may be done to one step. A form not filled in yet is no hindrance: whether it is complete is said when it is sent,
 * and by `preview` before; what the order, a determination or a gate on earlier facts forbids is said at once.
 */
export function offerStepDeeds(
  actor: Actor,
  opened: OpenedDecision,
  step: StepDefinition,
  today: Day,
): OfferedDeed[] {
  const path = `/decisions/${opened.decision.id}/steps/${step.id}`;
  const record = offered(
    actor,
    opened,
    today,
    { deed: 'RECORD', step: step.id, on: today, fields: {} },
    { deed: 'RECORD', label: '登记', path: `${path}/record`, subject: step.name },
  );
  if (step.determination === null) return record;
  return [
    ...offered(
      actor,
      opened,
      today,
      { deed: 'DETERMINE', step: step.id, applies: true, reason: '—' },
      { deed: 'DETERMINE', label: '判断是否适用', path: `${path}/determine`, subject: step.name },
    ),
    ...record,
  ];
}

type Form = Pick<OfferedDeed, 'deed' | 'label' | 'path'> & { subject?: string };

/** Refusals that only say that a form is still empty; so does a gate that asks for fields of the step itself. */
function saysFormIsEmpty({ definition }: Procedure, { code, details }: DomainError): boolean {
  if (code === 'PROCEDURE_FIELD_INVALID' || code === 'PROCEDURE_REASON_MISSING') return true;
  return definition.gates.some(({ id, rule }) => id === details['gate'] && rule.kind === 'FIELDS');
}

function offered(
  actor: Actor,
  { decision, procedure }: OpenedDecision,
  today: Day,
  act: ProcedureDeed,
  form: Form,
): OfferedDeed[] {
  return offer(
    { ...form, version: decision.version },
    () => requireDoer(actor, decision, procedure.definition.steps, act),
    () => {
      const { problems } = preview(procedure, { act, by: actor.post }, today);
      const serious = problems.find((problem) => !saysFormIsEmpty(procedure, problem));
      if (serious) throw serious;
    },
  );
}
