import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';

/**
 * What a post lets a person do. The three administrators (三员) are kept apart and see no business of the office; a
 * visitor holds no post: he has not signed in yet, or his term has ended.
 */
export type Role =
  | 'CLERK'
  | 'DIRECTOR'
  | 'LIAISON'
  | 'HEAD'
  | 'LEADER'
  | 'SYSADMIN'
  | 'SECADMIN'
  | 'AUDITOR'
  | 'VISITOR'
  | 'SYSTEM';

/** Who does a deed. */
export interface Actor {
  /** Post code such as `SFJ-LIAISON`, `SYSADMIN/<user name>` for an administrator, or `SYSTEM` for jobs. */
  post: string;
  /** Role of the post. */
  role: Role;
  /** Department the post belongs to; null for administrators and the system. */
  departmentId: string | null;
  /** Path of the jurisdiction (辖区) the post belongs to, `/SH/HP/`; `/`, the whole installation, where there is but one and for administrators and the system. */
  jurisdiction: string;
  /** Name of the person who holds the post, as at today; empty when vacant. */
  holder: string;
  /** Correlates audit rows of one request. */
  requestId: string;
  /** Address of the caller; `cli` or `job` where there is none. */
  address: string;
}

/** 依法治区办, the leaders and the system see the business of their whole jurisdiction. */
const SEES_JURISDICTION: ReadonlySet<Role> = new Set(['CLERK', 'DIRECTOR', 'LEADER', 'SYSTEM']);

/** No department has this id, so a scope of it finds nothing. */
export const NO_DEPARTMENT = '';

/** Somebody who holds no post; his name where it is known. */
export function visitor(holder: string, address: string, requestId: string): Actor {
  return {
    post: 'VISITOR',
    role: 'VISITOR',
    departmentId: null,
    jurisdiction: WHOLE_INSTALLATION,
    holder,
    requestId,
    address,
  };
}

/** The actor of jobs and of set-up work. */
export function systemActor(address: string, requestId: string): Actor {
  return {
    post: 'SYSTEM',
    role: 'SYSTEM',
    departmentId: null,
    jurisdiction: WHOLE_INSTALLATION,
    holder: '系统',
    requestId,
    address,
  };
}

/** True for the liaison officer and the head of a department. */
export function isOfDepartment(actor: Actor): boolean {
  return actor.role === 'LIAISON' || actor.role === 'HEAD';
}

/** True for the liaison officer and the head of this one department. */
export function isOfThisDepartment(actor: Actor, departmentId: string): boolean {
  return isOfDepartment(actor) && actor.departmentId === departmentId;
}

/** True for 依法治区办, the leaders and the system, who see all of their jurisdiction and what lies below it. */
export function seesItsJurisdiction(actor: Actor): boolean {
  return SEES_JURISDICTION.has(actor.role);
}

/**
 * The one department an actor's questions are confined to; null for those who see a whole jurisdiction. Anybody else
 * (an administrator, a role added later) is confined to no department and finds nothing. What they see beyond that is
 * said by `scopeOf`.
 */
export function departmentScopeOf(actor: Actor): string | null {
  if (seesItsJurisdiction(actor)) return null;
  return isOfDepartment(actor) ? (actor.departmentId ?? NO_DEPARTMENT) : NO_DEPARTMENT;
}
