import { DomainError } from '../../domain/refusal.js';
import type { Actor } from '../../platform/auth/actor.js';

/** Departments, aliases, groups and posts are kept by 依法治区办; jobs and set-up count as it. */
export function requireKeeper(actor: Actor): void {
  if (['CLERK', 'DIRECTOR', 'SYSTEM'].includes(actor.role)) return;
  throw new DomainError(
    'FORBIDDEN',
    'ORGANIZATION_FORBIDDEN',
    '单位、别名、单位组和岗位由依法治区办维护，您的岗位只能查看。',
  );
}
