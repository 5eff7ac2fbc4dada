import type { StepDefinition } from '../../domain/procedure/definition.js';
import type { ProcedureDeed } from '../../domain/procedure/deed.js';
import { DomainError } from '../../domain/refusal.js';
import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../platform/auth/actor.js';

/** The part of a decision a policy looks at. */
export interface Undertaken {
  departmentId: string;
}

/** 依法治区办, the leaders and the system see all; a department what it undertakes; administrators none. */
export function maySee(actor: Actor, { departmentId }: Undertaken): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || scope === departmentId;
}

const OFFICE: ReadonlySet<Actor['role']> = new Set(['CLERK', 'SYSTEM']);

/** 办理环节: the office records what is the office's, the undertaking department's liaison what is the department's. */
export function requireRecorder(actor: Actor, decision: Undertaken, step: StepDefinition): void {
  if (step.by === 'OFFICE') requireOffice(actor, step.name);
  else requireUndertaker(actor, decision, step.name);
}

export function requireOffice(actor: Actor, what: string): void {
  if (!OFFICE.has(actor.role)) throw officeStepOnly(what);
}

export function requireUndertaker(actor: Actor, { departmentId }: Undertaken, what: string): void {
  if (actor.role === 'SYSTEM') return;
  if (actor.role !== 'LIAISON' || !isOfThisDepartment(actor, departmentId)) throw undertakerStepOnly(what);
}

/** 例外: asked by the department or the clerk, approved by the director; the engine refuses one's own. */
export function requireApprover(actor: Actor): void {
  if (actor.role !== 'DIRECTOR' && actor.role !== 'SYSTEM') throw directorOnly();
}

/** Who may do a deed: the one the step belongs to, the director for exceptions, the office for side states. */
export function requireDoer(
  actor: Actor,
  decision: Undertaken,
  steps: readonly StepDefinition[],
  act: ProcedureDeed,
): void {
  if ('step' in act) {
    const step = steps.find((each) => each.id === act.step);
    // An unknown step is refused by the procedure itself, in its own words.
    if (step) requireRecorder(actor, decision, step);
  } else if (act.deed === 'APPROVE_OVERRIDE') requireApprover(actor);
  else if (act.deed === 'OVERRIDE') requireAsker(actor, decision);
  else if (act.deed === 'CHANGE_DRAFT') requireUndertaker(actor, decision, '决策草案');
  else if (act.deed === 'RESUBMIT') requireUndertaker(actor, decision, '补正后重新报送');
  else requireOffice(actor, '退回、中止、恢复、调整、终止和结案');
}

function requireAsker(actor: Actor, decision: Undertaken): void {
  if (!OFFICE.has(actor.role)) requireUndertaker(actor, decision, '例外申请');
}

function officeStepOnly(step: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'DECISION_OFFICE_ONLY',
    `“${step}”由依法治区办登记，承办单位不能自行登记。`,
    { step },
  );
}

function undertakerStepOnly(step: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'DECISION_UNDERTAKER_ONLY',
    `“${step}”由承办单位联络员登记，请其办理。`,
    { step },
  );
}

function directorOnly(): DomainError {
  return new DomainError('FORBIDDEN', 'DECISION_DIRECTOR_ONLY', '例外申请由依法治区办主任批准。');
}
