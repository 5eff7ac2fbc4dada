import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { DomainError } from '../../domain/refusal.js';
import type { Database } from '../database/database.js';
import { currentActor } from './actor-context.js';
import { isOfDepartment, seesItsJurisdiction } from './actor.js';
import { ownWorkOf, type Scope } from './scope.js';

/**
 * True where an office or a leader is about to change something: inside a unit of work what is read is about to be
 * changed, and that must be of their own jurisdiction. Departments are held to their part by the policies; jobs serve all.
 */
export function changesAsOffice(db: Database): boolean {
  return db.unitOfWork.current() !== undefined && isOfficeOrLeader();
}

/** True for 依法治区办 and the leaders, who change only what is of their own jurisdiction. */
export function isOfficeOrLeader(): boolean {
  const actor = currentActor();
  return seesItsJurisdiction(actor) && !isOfDepartment(actor) && actor.role !== 'SYSTEM';
}

/**
 * The one row of a question within a scope, or null. Where an office is about to change it, refuses (OTHER_JURISDICTION)
 * what is not of its own jurisdiction. `ask` makes the question for a scope.
 */
export async function oneToWorkOn<Row extends ObjectLiteral>(
  db: Database,
  scope: Scope,
  ask: (scope: Scope) => SelectQueryBuilder<Row>,
): Promise<Row | null> {
  const found = await ask(scope).getOne();
  if (found && changesAsOffice(db) && !(await ask(ownWorkOf(currentActor())).getExists())) {
    throw otherJurisdiction();
  }
  return found;
}

/** Refuses an office's entry for a department of another jurisdiction, whose own office keeps it; one with no other is held to nothing. */
export function requireOwnJurisdiction(jurisdiction: string): void {
  const own = currentActor().jurisdiction;
  if (isOfficeOrLeader() && own !== WHOLE_INSTALLATION && jurisdiction !== own) throw otherJurisdiction();
}

/** Another jurisdiction's work is read, not done. */
export function otherJurisdiction(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'OTHER_JURISDICTION',
    '此事项由其他辖区的依法治区办管理，您可以查看，不能办理；需要调整的，请与该辖区联系。',
  );
}
