import type { Role } from '../../api/session-types.js';

/** 依法治区办: registers cases, hearings and what the court finds. */
export function isOffice(role: Role | null): boolean {
  return role === 'CLERK' || role === 'DIRECTOR';
}

/** Those who answer for one department and see nothing else. */
export function isOfDepartment(role: Role | null): boolean {
  return role === 'LIAISON' || role === 'HEAD';
}
