import { DomainError } from '../../domain/refusal.js';
import type { Actor } from '../../platform/auth/actor.js';

/**
 * Departments, aliases, groups and posts are kept by 依法治区办 and by the system administrator, to whom they are the
 * system's settings; jobs and set-up count as the office. A post grants nothing: the security administrator gives accounts to it.
 */
export function requireKeeper(actor: Actor): void {
  if (['CLERK', 'DIRECTOR', 'SYSADMIN', 'SYSTEM'].includes(actor.role)) return;
  throw new DomainError(
    'FORBIDDEN',
    'ORGANIZATION_FORBIDDEN',
    '单位、别名、单位组和岗位由依法治区办和系统管理员维护，您的岗位只能查看。',
  );
}
