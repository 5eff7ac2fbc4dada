import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../platform/auth/actor.js';

/** 签收: the liaison or the head of the department addressed. */
export function canSign(actor: Actor, departmentId: string): boolean {
  return isOfThisDepartment(actor, departmentId);
}

/** Departments see their own digests; the office and the leaders see all. */
export function canSee(actor: Actor, departmentId: string): boolean {
  const scope = departmentScopeOf(actor);
  return scope === null || scope === departmentId;
}

/** The department a list is narrowed to for this caller; null: not narrowed. */
export function ownDepartmentOnly(actor: Actor): string | null {
  return departmentScopeOf(actor);
}
