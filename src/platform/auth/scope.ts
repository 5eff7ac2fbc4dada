import { WHOLE_INSTALLATION } from '../../domain/access/jurisdiction.js';
import { isOfDepartment, NO_DEPARTMENT, seesItsJurisdiction, type Actor } from './actor.js';

/** What an actor's questions are confined to: nothing, a jurisdiction and what lies below it, or one department. */
export type Scope =
  | { kind: 'WHOLE' }
  | { kind: 'JURISDICTION'; path: string; alone?: true }
  | { kind: 'DEPARTMENT'; departmentId: string };

/** A condition of a question in SQL with its values; `and` begins with AND, or is empty where nothing confines. */
export interface ScopeCondition {
  and: string;
  values: string[];
}

/** The columns by which a row belongs to somebody: the department it is about, the ledger it stands in. */
export interface ScopedColumns {
  department?: string;
  ledger?: string;
}

const NOTHING: ScopeCondition = { and: '', values: [] };

/**
 * The scope of an actor. 依法治区办 and the leaders are confined to their jurisdiction, a liaison officer and a head to
 * their department; anybody else (an administrator, a role added later) finds nothing.
 */
export function scopeOf(actor: Actor): Scope {
  if (!seesItsJurisdiction(actor)) {
    return {
      kind: 'DEPARTMENT',
      departmentId: isOfDepartment(actor) ? (actor.departmentId ?? NO_DEPARTMENT) : NO_DEPARTMENT,
    };
  }
  return ofJurisdiction(actor.jurisdiction);
}

/** The scope of an office and of leaders; for a department, whose own rules say more, it confines nothing. */
export function officeScopeOf(actor: Actor): Scope {
  return seesItsJurisdiction(actor) ? ofJurisdiction(actor.jurisdiction) : { kind: 'WHOLE' };
}

/** The scope of everything in a jurisdiction and below it. */
export function ofJurisdiction(path: string): Scope {
  return path === WHOLE_INSTALLATION ? { kind: 'WHOLE' } : { kind: 'JURISDICTION', path };
}

/** The scope of what lies in a jurisdiction itself and in none below it. */
export function ofJurisdictionOnly(path: string): Scope {
  return { kind: 'JURISDICTION', path, alone: true };
}

/** What an office has to do itself: what lies in its own jurisdiction; everything where there is but one. */
export function ownWorkOf(actor: Actor): Scope {
  const { jurisdiction } = actor;
  return jurisdiction === WHOLE_INSTALLATION ? { kind: 'WHOLE' } : ofJurisdictionOnly(jurisdiction);
}

/** The scope of one department. */
export function ofDepartment(departmentId: string): Scope {
  return { kind: 'DEPARTMENT', departmentId };
}

/**
 * The condition that leaves rows within a scope: of a department those about it; of a jurisdiction those about its
 * departments and those in ledgers that its departments own. `department` names the column of a department's id,
 * `ledger` that of a ledger's.
 */
export function within(scope: Scope, { department, ledger }: ScopedColumns): ScopeCondition {
  if (scope.kind === 'WHOLE') return NOTHING;
  if (scope.kind === 'DEPARTMENT') {
    return department === undefined
      ? NOTHING
      : { and: ` AND ${department} = ?`, values: [scope.departmentId] };
  }
  const [departments, ledgers] = scope.alone ? [OWN_DEPARTMENTS, OWN_LEDGERS] : [DEPARTMENTS, LEDGERS];
  const ways = [
    ...(department === undefined ? [] : [`${department} IN (${departments})`]),
    ...(ledger === undefined ? [] : [`${ledger} IN (${ledgers})`]),
  ];
  const value = scope.alone ? scope.path : `${scope.path}%`;
  return { and: ` AND (${ways.join(' OR ')})`, values: ways.map(() => value) };
}

/**
 * The condition that leaves tasks within a scope: of a department those it has or had a part in; of a jurisdiction
 * those in its ledgers, and those of which one of its departments has or had a part. `task` is the alias of the task.
 */
export function tasksWithin(scope: Scope, task: string): ScopeCondition {
  if (scope.kind === 'WHOLE') return NOTHING;
  const parts = (which: string): string =>
    `EXISTS (SELECT 1 FROM assignment sa WHERE sa.task_id = ${task}.id AND sa.department_id ${which})`;
  if (scope.kind === 'DEPARTMENT') return { and: ` AND ${parts('= ?')}`, values: [scope.departmentId] };
  const below = `${scope.path}%`;
  return {
    and: ` AND (${task}.ledger_id IN (${LEDGERS}) OR ${parts(`IN (${DEPARTMENTS})`)})`,
    values: [below, below],
  };
}

/**
 * The condition that leaves ledgers that concern a jurisdiction: those its departments own, and those in which one of
 * them has or had a part. `ledger` is the column of the ledger's id.
 */
export function ledgersOf(jurisdiction: string, ledger: string): ScopeCondition {
  if (jurisdiction === WHOLE_INSTALLATION) return NOTHING;
  const below = `${jurisdiction}%`;
  return {
    and: ` AND (${ledger} IN (${LEDGERS}) OR ${ledger} IN (SELECT st.ledger_id FROM assignment sa
      JOIN task st ON st.id = sa.task_id WHERE sa.department_id IN (${DEPARTMENTS})))`,
    values: [below, below],
  };
}

// A code is capital letters and digits, so a path holds no character that LIKE takes for another.
const DEPARTMENTS = 'SELECT sd.id FROM department sd WHERE sd.path LIKE ?';
const LEDGERS = `SELECT sl.id FROM ledger sl JOIN department so ON so.id = sl.owner_department_id WHERE so.path LIKE ?`;

const OWN_DEPARTMENTS = 'SELECT sd.id FROM department sd WHERE sd.jurisdiction = ?';
const OWN_LEDGERS =
  'SELECT sl.id FROM ledger sl JOIN department so ON so.id = sl.owner_department_id WHERE so.jurisdiction = ?';

/** Adds a condition to a question that TypeORM builds, where values have names. */
export function confine(
  query: { andWhere(sql: string, values: Record<string, string>): unknown },
  { and, values }: ScopeCondition,
): void {
  if (and === '') return;
  let place = 0;
  const sql = and.replace(/^ AND /, '').replaceAll('?', () => `:scope${place++}`);
  query.andWhere(sql, Object.fromEntries(values.map((value, at) => [`scope${at}`, value])));
}
