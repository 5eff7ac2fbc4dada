import { DomainError } from '../../domain/refusal.js';
import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../platform/auth/actor.js';

/** The part of a task a policy looks at. */
export interface Party {
  id: string;
  departmentId: string;
  role: string;
  state: string;
}

/** The part of a piece of evidence a policy looks at; no department stands for the office. */
export interface Belonging {
  departmentId: string | null;
  /** 1 = marked for all departments with a part in the task. */
  isShared: number;
}

const OFFICE: ReadonlySet<Actor['role']> = new Set(['CLERK', 'DIRECTOR', 'SYSTEM']);

/** 依法治区办: its clerk and its director. */
export function isOffice(actor: Actor): boolean {
  return OFFICE.has(actor.role);
}

/** A department sees the tasks it has or had a part in; the office and the leaders all; administrators none. */
export function maySeeTask(actor: Actor, parties: readonly Party[]): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || parties.some((party) => party.departmentId === scope);
}

/**
 * 查阅: the office and the leaders read all evidence; a department reads its own; a lead also reads what the supports and
 * the office have put there; a support reads of others only what is marked for all. Who has left the task keeps his own.
 */
export function mayRead(actor: Actor, evidence: Belonging, parties: readonly Party[]): boolean {
  const scope = departmentScopeOf(actor);
  if (scope === null || evidence.departmentId === scope) return true;
  const own = parties.find((party) => party.departmentId === scope && party.state !== 'WITHDRAWN');
  return own !== undefined && (own.role === 'LEAD' || evidence.isShared === 1);
}

/** 上传: the liaison or head of a department that has a part in the task, and the office. */
export function requireUploader(actor: Actor, parties: readonly Party[]): void {
  if (isOffice(actor)) return;
  if (!parties.some((party) => isOwn(actor, party))) throw uploaderOnly();
}

/** 修改、替换、撤回、增减关联: the department whose evidence it is, and the office. */
export function requireKeeper(actor: Actor, evidence: Belonging): void {
  if (!mayKeep(actor, evidence)) throw keeperOnly();
}

export function mayKeep(actor: Actor, evidence: Belonging): boolean {
  const { departmentId } = evidence;
  return isOffice(actor) || (departmentId !== null && isOfThisDepartment(actor, departmentId));
}

/** 供全体承办单位查阅: only a lead department and the office lay something before all. */
export function requireSharer(actor: Actor, parties: readonly Party[]): void {
  if (!mayShare(actor, parties)) throw leadOnly();
}

export function mayShare(actor: Actor, parties: readonly Party[]): boolean {
  return isOffice(actor) || parties.some((party) => isOwn(actor, party) && party.role === 'LEAD');
}

/** 证明的分工: a department proves its own part; a lead and the office may prove anybody's. */
export function mayProve(actor: Actor, part: Party, parties: readonly Party[]): boolean {
  return mayShare(actor, parties) || isOwn(actor, part);
}

function isOwn(actor: Actor, party: Party): boolean {
  return isOfThisDepartment(actor, party.departmentId) && party.state !== 'WITHDRAWN';
}

function uploaderOnly(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'EVIDENCE_UPLOADER_ONLY',
    '佐证材料由承办单位的联络员、负责人或者依法治区办上传；本单位已不再承担的任务不能上传。',
  );
}

function keeperOnly(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'EVIDENCE_KEEPER_ONLY',
    '只能由上传材料的单位或者依法治区办修改、替换或者撤回这份材料。',
  );
}

function leadOnly(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'EVIDENCE_LEAD_ONLY',
    '供全体承办单位查阅的材料由牵头单位或者依法治区办设定。',
  );
}
