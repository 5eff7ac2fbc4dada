import { DomainError } from '../../../domain/refusal.js';
import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../../platform/auth/actor.js';

/** The part of a task a policy looks at. */
export interface Party {
  departmentId: string;
  isFirstLead: boolean | number;
  state: string;
}

const OFFICE: ReadonlySet<Actor['role']> = new Set(['CLERK', 'DIRECTOR', 'SYSTEM']);

/** 依法治区办 and the leaders see everything; a department sees the tasks it has or had a part in. */
export function maySee(actor: Actor, parties: readonly Party[]): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || parties.some((party) => party.departmentId === scope);
}

/** Taking in, splitting, reassigning, suspending: 依法治区办. */
export function requireOffice(actor: Actor, deed: string): void {
  if (!OFFICE.has(actor.role)) throw officeOnly(deed);
}

/** Signing for a task, objecting to it: the department itself, by its liaison or head. */
export function requireOwnDepartment(actor: Actor, departmentId: string, deed: string): void {
  if (actor.role === 'SYSTEM') return;
  if (!isOfThisDepartment(actor, departmentId)) throw notYourDepartment(deed);
}

/** Marking a node done: 依法治区办 or the first lead, which reports for all. */
export function requireOfficeOrFirstLead(actor: Actor, parties: readonly Party[], deed: string): void {
  if (!OFFICE.has(actor.role)) requireFirstLead(actor, parties, deed);
}

/** Asking for a later deadline: the first lead's liaison or head. */
export function requireFirstLead(actor: Actor, parties: readonly Party[], deed: string): void {
  if (actor.role === 'SYSTEM') return;
  const lead = parties.find((party) => Boolean(party.isFirstLead) && party.state !== 'WITHDRAWN');
  if (!lead || !isOfThisDepartment(actor, lead.departmentId)) throw firstLeadOnly(deed);
}

function notYourDepartment(deed: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'NOT_YOUR_DEPARTMENT',
    `只能由承办单位本单位的联络员或者负责人${deed}。`,
    { deed },
  );
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
