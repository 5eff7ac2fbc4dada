import type { Actor } from '../../platform/auth/actor.js';

/** 月通报经办主任批准后印发 (domain 3.11); set-up work and the command line without a post count as the office. */
export function canIssueBulletin(actor: Actor): boolean {
  return actor.role === 'DIRECTOR' || actor.role === 'SYSTEM';
}
