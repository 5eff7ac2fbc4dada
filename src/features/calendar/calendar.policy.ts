import { DomainError } from '../../domain/refusal.js';
import type { Actor } from '../../platform/auth/actor.js';

/** The calendar is kept by 依法治区办; set-up counts as it. */
export function requireCalendarKeeper(actor: Actor): void {
  if (['CLERK', 'DIRECTOR', 'SYSTEM'].includes(actor.role)) return;
  throw new DomainError('FORBIDDEN', 'CALENDAR_FORBIDDEN', '工作日历由依法治区办维护，您的岗位只能查看。');
}
