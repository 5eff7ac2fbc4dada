import { DomainError } from '../../domain/refusal.js';
import type { Actor } from '../../platform/auth/actor.js';

/** 案件、开庭和法院的认定由依法治区办登记; set-up work and jobs count as the office. */
export function isOffice(actor: Actor): boolean {
  return ['CLERK', 'DIRECTOR', 'SYSTEM'].includes(actor.role);
}

/** Refuses anybody but the office; a department does not write what the court has found. */
export function requireOffice(actor: Actor, deed: string): void {
  if (isOffice(actor)) return;
  throw new DomainError(
    'FORBIDDEN',
    'LITIGATION_FORBIDDEN',
    `${deed}由依法治区办办理，本单位请通过答复和回执报送情况。`,
  );
}
