import type { Actor } from '../../platform/auth/actor.js';

/** Departments, aliases, groups and posts are kept by 依法治区办 (design of the office; jobs and set-up count as it). */
export function mayKeepOrganization(actor: Actor): boolean {
  return actor.role === 'CLERK' || actor.role === 'DIRECTOR' || actor.role === 'SYSTEM';
}
