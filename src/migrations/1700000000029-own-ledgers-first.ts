import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  defineSet,
  isPostgres,
  protect,
  unprotect,
  type RowRule,
} from '../platform/database/row-security.js';

/**
 * The second wall asks for a jurisdiction's own ledgers first, which are a few rows, and only for another's whether the
 * jurisdiction has a part in it. Before, every look at a ledger read all assignments of the jurisdiction: under load that
 * alone kept a processor busy (docs/performance.md, scene L3 on PostgreSQL). What is seen stays the same.
 */
export class OwnLedgersFirst1700000000029 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    if (!isPostgres(q)) return;
    await defineSet(q, 'own_ledgers', OWN_LEDGERS);
    await defineSet(q, 'known_ledgers', `${OWN_LEDGERS} UNION ${LEDGERS_WITH_A_PART} AND ${HAS_OTHERS}`);
    await change(q, OWN_FIRST);
  }

  async down(q: QueryRunner): Promise<void> {
    if (!isPostgres(q)) return;
    await change(q, AS_BEFORE);
    await defineSet(q, 'known_ledgers', `${OWN_LEDGERS} UNION ${LEDGERS_WITH_A_PART}`);
    await q.query('DROP FUNCTION diaodu_own_ledgers');
  }
}

const BELOW = 'starts_with(d.path, diaodu_jurisdiction())';
const IS_KNOWN = `COALESCE(diaodu_department(), '') <> 'NONE'`;
const OWN_LEDGERS = `SELECT l.id FROM ledger l JOIN department d ON d.id = l.owner_department_id WHERE ${IS_KNOWN} AND ${BELOW}`;
const LEDGERS_WITH_A_PART = `SELECT t.ledger_id FROM department d JOIN assignment a ON a.department_id = d.id
  JOIN task t ON t.id = a.task_id WHERE ${IS_KNOWN} AND ${BELOW}`;
/** In an installation of one jurisdiction there are none, and no assignment is read. */
const HAS_OTHERS = `EXISTS (SELECT 1 FROM ledger l JOIN department d ON d.id = l.owner_department_id WHERE NOT ${BELOW})`;

const OWNED = `(SELECT diaodu_is_office()) AND EXISTS (SELECT 1 FROM department d
  WHERE d.id = owner_department_id AND starts_with(d.path, (SELECT diaodu_jurisdiction())))`;
const KNOWN = (column: string): string => `${column} IN (SELECT diaodu_known_ledgers())`;
// A set that is not needed for any row is not gathered: what stands after OR is looked at only where the first is not met.
const OWN_OR_KNOWN = (column: string): string =>
  `${column} IN (SELECT diaodu_own_ledgers()) OR ${KNOWN(column)}`;
const WRITE = 'ledger_id IN (SELECT diaodu_ledgers())';

const OF_LEDGER = ['indicator', 'dispatch_round', 'bulletin'];
const rules = (read: (column: string) => string): Record<string, RowRule> => ({
  ledger: { read: read('id'), write: OWNED },
  ...Object.fromEntries(OF_LEDGER.map((table) => [table, { read: read('ledger_id'), write: WRITE }])),
});
const OWN_FIRST = rules(OWN_OR_KNOWN);
const AS_BEFORE = { ...rules(KNOWN), ledger: { read: `(${OWNED}) OR ${KNOWN('id')}`, write: OWNED } };

async function change(q: QueryRunner, to: Record<string, RowRule>): Promise<void> {
  for (const [table, rule] of Object.entries(to)) {
    await unprotect(q, table);
    await protect(q, table, rule);
  }
}
