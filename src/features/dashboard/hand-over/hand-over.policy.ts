import { departmentScopeOf, type Actor } from '../../../platform/auth/actor.js';

/** The part of a hand-over a policy looks at. */
export interface Succession {
  postCode: string;
  successor: string;
  fromDay: string;
}

/** 交接清单: 依法治区办, and the department itself; leaders have no business with it. */
export function maySeeHandOver(actor: Actor, departmentId: string): boolean {
  return departmentScopeOf(actor) === departmentId || actor.role === 'CLERK' || actor.role === 'DIRECTOR';
}

/** 确认交接: the successor in person, from the first day of his term on. */
export function mayConfirm(actor: Actor, succession: Succession, today: string): boolean {
  const { postCode, successor, fromDay } = succession;
  return actor.post === postCode && actor.holder === successor && today >= fromDay;
}
