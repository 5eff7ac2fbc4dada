import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect, unprotect } from '../platform/database/row-security.js';
import { changeUnique, dropColumn, text } from '../platform/database/table-builder.js';

/** What is numbered, table by table: the key that was one in the installation and is now one in a jurisdiction. */
const KEYS: Readonly<Record<string, string[]>> = {
  decision_catalogue: ['year'],
  major_decision: ['year', 'number'],
  court_instance: ['number_key'],
  court_figures: ['year', 'quarter'],
};
/** Those that are kept by an office as a whole: the post that made them tells the department. */
const KEPT_BY: Readonly<Record<string, string>> = {
  decision_catalogue: `COALESCE((SELECT i.added_by FROM catalogue_item i WHERE i.catalogue_id = decision_catalogue.id
    ORDER BY i.id LIMIT 1), decision_catalogue.submitted_by)`,
  court_figures: 'court_figures.entered_by',
};

const JURISDICTION_OF = (department: string): string =>
  `SELECT d.jurisdiction FROM department d WHERE d.id = ${department}`;
const FILLED: Readonly<Record<string, string>> = {
  decision_catalogue: JURISDICTION_OF('decision_catalogue.owner_department_id'),
  major_decision: JURISDICTION_OF('major_decision.department_id'),
  court_instance: `SELECT d.jurisdiction FROM court_case_party p JOIN department d ON d.id = p.department_id
    WHERE p.case_id = court_instance.case_id ORDER BY p.id LIMIT 1`,
  court_figures: JURISDICTION_OF('court_figures.owner_department_id'),
};

const OFFICE = '(SELECT diaodu_is_office())';
const JURISDICTION = '(SELECT diaodu_jurisdiction())';
const ownedBy = (table: string, condition: string): string =>
  `EXISTS (SELECT 1 FROM department d WHERE d.id = "${table}".owner_department_id AND ${condition})`;
const OWN = `d.jurisdiction = ${JURISDICTION}`;
const BELOW = `starts_with(d.path, ${JURISDICTION})`;

/**
 * Decisions, their catalogues, cases and the court’s figures are numbered in each jurisdiction for itself (ADR 0036).
 * What is there already goes to the jurisdiction of its department.
 */
export class RegistersPerJurisdiction1700000000028 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, key] of Object.entries(KEYS)) {
      await q.addColumn(table, text('jurisdiction', { default: '/' }));
      if (KEPT_BY[table] !== undefined) await this.findOwners(q, table, KEPT_BY[table]);
      await q.query(`UPDATE "${table}" SET jurisdiction = COALESCE((${FILLED[table]}), '/')`);
      await changeUnique(q, table, key, ['jurisdiction', ...key]);
    }
    // A department reads the catalogue of its own jurisdiction; the court’s figures are the offices’.
    await protect(q, 'decision_catalogue', {
      read: `COALESCE((SELECT diaodu_department()), '') <> 'NONE' AND ${ownedBy('decision_catalogue', `(${OWN} OR (${OFFICE} AND ${BELOW}))`)}`,
      write: `${OFFICE} AND ${ownedBy('decision_catalogue', OWN)}`,
    });
    await protect(q, 'court_figures', {
      read: `${OFFICE} AND ${ownedBy('court_figures', BELOW)}`,
      write: `${OFFICE} AND ${ownedBy('court_figures', OWN)}`,
    });
  }

  /** Refuses where two jurisdictions have the same number by now: the older tables have no room for both. */
  async down(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(KEPT_BY)) await unprotect(q, table);
    for (const [table, key] of Object.entries(KEYS).toReversed()) {
      await refuseTwice(q, table, key);
      await changeUnique(q, table, ['jurisdiction', ...key], key);
      if (KEPT_BY[table] !== undefined) await dropColumn(q, table, 'owner_department_id');
      await dropColumn(q, table, 'jurisdiction');
    }
  }

  /** By the post that made it; else the department that owns the oldest ledger, which is that of the only office. */
  private async findOwners(q: QueryRunner, table: string, post: string): Promise<void> {
    await q.addColumn(table, text('owner_department_id', { nullable: true }));
    await q.query(
      `UPDATE "${table}" SET owner_department_id = COALESCE(
         (SELECT p.department_id FROM post p WHERE p.code = ${post} ORDER BY p.id LIMIT 1),
         (SELECT l.owner_department_id FROM ledger l ORDER BY l.id LIMIT 1))`,
    );
  }
}

async function refuseTwice(q: QueryRunner, table: string, key: string[]): Promise<void> {
  const columns = key.map((name) => `"${name}"`).join(', ');
  const twice = (await q.query(
    `SELECT ${columns} FROM "${table}" GROUP BY ${columns} HAVING COUNT(*) > 1 LIMIT 1`,
  )) as Record<string, unknown>[];
  if (twice.length === 0) return;
  throw new Error(
    `two jurisdictions have ${table} ${Object.values(twice[0] ?? {}).join(' ')}; this version cannot be taken back`,
  );
}
