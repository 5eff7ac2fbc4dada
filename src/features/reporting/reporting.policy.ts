import { DomainError } from '../../domain/refusal.js';
import { ownSubmission } from '../../domain/task/task.errors.js';
import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../platform/auth/actor.js';

/** The part of a task a policy looks at. */
export interface Party {
  departmentId: string;
  isFirstLead: boolean;
  state: string;
}

/** The part of a close-out request a policy looks at: the posts that have acted on it so far. */
export interface RequestHands {
  requestedBy: string;
  verifiedBy: string | null;
}

/** 依法治区办 and the leaders read every report; a department reads its own only. */
export function maySeeReport(actor: Actor, departmentId: string): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || scope === departmentId;
}

/** A department sees the tasks it has or had a part in; everybody else all. */
export function maySeeTask(actor: Actor, parties: readonly Party[]): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || parties.some((party) => party.departmentId === scope);
}

/** 填报、报送月报: the department's liaison (联络员). */
export function requireReporter(actor: Actor, departmentId: string): void {
  if (actor.role === 'SYSTEM') return;
  if (actor.role !== 'LIAISON' || actor.departmentId !== departmentId) throw reporterOnly();
}

/** 审核、退回月报: 依法治区办. */
export function requireReviewer(actor: Actor): void {
  if (!['CLERK', 'DIRECTOR', 'SYSTEM'].includes(actor.role)) throw officeOnly('审核月报');
}

/** 更正已审核的月报: the office's clerk. */
export function requireCorrector(actor: Actor): void {
  if (!['CLERK', 'SYSTEM'].includes(actor.role)) throw officeOnly('更正月报');
}

/** 申请办结、撤回申请: the first lead, by its liaison or head. */
export function requireFirstLead(actor: Actor, parties: readonly Party[]): void {
  if (actor.role === 'SYSTEM') return;
  const lead = parties.find((party) => party.isFirstLead && party.state !== 'WITHDRAWN');
  if (!lead || !isOfThisDepartment(actor, lead.departmentId)) throw firstLeadOnly('提出或者撤回办结申请');
}

/** 审核办结申请: the clerk, never on his own request (审核人与申请人不得为同一人). */
export function requireVerifier(actor: Actor, request: RequestHands): void {
  if (actor.role === 'SYSTEM') return;
  if (actor.role !== 'CLERK') throw officeOnly('审核办结申请');
  if (actor.post === request.requestedBy) throw ownSubmission('审核');
}

/** 批准销号: the director, who has neither asked nor verified (审批人与申请人、审核人不得为同一人). */
export function requireApprover(actor: Actor, request: RequestHands): void {
  if (actor.role === 'SYSTEM') return;
  if (actor.role !== 'DIRECTOR') throw directorOnly();
  if (actor.post === request.requestedBy || actor.post === request.verifiedBy) throw ownSubmission('批准');
}

/** 退回重办: the clerk while he reviews, the director at any time before approval; never on his own request. */
export function requireReturner(actor: Actor, request: RequestHands & { state: string }): void {
  if (actor.role === 'SYSTEM') return;
  const clerkReviews = actor.role === 'CLERK' && request.state !== 'VERIFIED';
  if (actor.role !== 'DIRECTOR' && !clerkReviews) throw directorOnly();
  if (actor.post === request.requestedBy) throw ownSubmission('退回');
}

function reporterOnly(): DomainError {
  return new DomainError('FORBIDDEN', 'REPORTER_ONLY', '月报由承办单位本单位的联络员填报。');
}

function officeOnly(deed: string): DomainError {
  return new DomainError('FORBIDDEN', 'OFFICE_ONLY', `${deed}由依法治区办办理。`, { deed });
}

function firstLeadOnly(deed: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'FIRST_LEAD_ONLY',
    `${deed}由第一牵头单位办理，配合单位请将有关情况报第一牵头单位汇总。`,
    { deed },
  );
}

function directorOnly(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'DIRECTOR_ONLY',
    '办结申请审核通过后，由依法治区办负责人批准销号或者退回。',
  );
}
