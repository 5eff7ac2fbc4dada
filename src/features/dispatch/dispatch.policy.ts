import { departmentScopeOf, isOfThisDepartment, type Actor } from '../../platform/auth/actor.js';
import { DomainError } from '../../domain/refusal.js';

/** 批评性通报、约谈 must be approved by whom the ladder names (政府督查工作条例第二十一条); the system never approves. */
export function mayApprove(actor: Actor, approver: string | null): void {
  if (approver === null || actor.role === approver) return;
  const who = approver === 'LEADER' ? '区领导' : '办主任';
  throw new DomainError(
    'FORBIDDEN',
    'REMINDER_APPROVER',
    `该文书须由${who}批准后发出（政府督查工作条例第二十一条）。`,
    {
      approver,
    },
  );
}

/** Only the department that was reminded answers. */
export function mayAnswer(actor: Actor, departmentId: string): void {
  if (isOfThisDepartment(actor, departmentId)) return;
  throw new DomainError('FORBIDDEN', 'REMINDER_NOT_YOURS', '只有被提醒单位的联络员或负责人可以答复。');
}

/** Departments see their own part of a frozen month; the office and leaders see all of it. */
export function ownPartOnly(actor: Actor): boolean {
  return departmentScopeOf(actor) !== null;
}

/** The office's totals are told to departments by the bulletin (月通报), not before it. */
export function mayKnowTotals(actor: Actor, state: string): boolean {
  return !ownPartOnly(actor) || state === 'PUBLISHED';
}
