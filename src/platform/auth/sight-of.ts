import { NOTHING_SEEN, type Sight } from '../database/sight.js';
import { isOfDepartment, seesItsJurisdiction, type Actor } from './actor.js';

/** No department has this id, so whoever is confined to it sees no business of any. */
const NO_BUSINESS = 'NONE';

/**
 * What the database itself lets an actor see: the office and the leaders their jurisdiction, a liaison officer and a head
 * the part of their department, an administrator the departments and posts but no business, a visitor nothing.
 */
export function sightOf(actor: Actor): Sight {
  if (actor.role === 'VISITOR') return NOTHING_SEEN;
  const { jurisdiction } = actor;
  if (seesItsJurisdiction(actor)) return { jurisdiction, department: '' };
  return { jurisdiction, department: (isOfDepartment(actor) && actor.departmentId) || NO_BUSINESS };
}
