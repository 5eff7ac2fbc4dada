import type { QueryRunner } from 'typeorm';

/** The settings of a session by which PostgreSQL knows whose rows are meant. Not set means: nobody's. */
export const JURISDICTION_SETTING = 'diaodu.jurisdiction';
export const DEPARTMENT_SETTING = 'diaodu.department';

/** Conditions on a row, as SQL over its columns. */
export interface RowRule {
  /** Which rows are seen. */
  read: string;
  /** Which rows are changed, deleted or put in; the same as those seen where nothing is said. */
  write?: string;
  /** Which rows may be put in; the same as those changed where nothing is said. */
  insert?: string;
}

/** Asked once per statement, since it stands in a subquery of its own; nothing after it is then looked at. */
const EVERYTHING = '(SELECT diaodu_sees_all())';

/**
 * Puts a table under row-level security, for its owner too. Whoever sees everything passes every rule. For migrations, on
 * PostgreSQL; a later table brings its rule in the migration that makes it.
 */
export async function protect(q: QueryRunner, table: string, rule: RowRule): Promise<void> {
  if (!isPostgres(q)) return;
  const [read, write, insert] = [rule.read, rule.write ?? rule.read, rule.insert ?? rule.write ?? rule.read]
    .map((condition) => `${EVERYTHING} OR ${condition}`) as [string, string, string]; // prettier-ignore
  const statements = [
    `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_read ON "${table}" FOR SELECT USING (${read})`,
    `CREATE POLICY ${table}_insert ON "${table}" FOR INSERT WITH CHECK (${insert})`,
    `CREATE POLICY ${table}_update ON "${table}" FOR UPDATE USING (${write}) WITH CHECK (${write})`,
    `CREATE POLICY ${table}_delete ON "${table}" FOR DELETE USING (${write})`,
  ];
  for (const statement of statements) await q.query(statement);
}

/** Takes a table out again. */
export async function unprotect(q: QueryRunner, table: string): Promise<void> {
  if (!isPostgres(q)) return;
  for (const deed of ['read', 'insert', 'update', 'delete'])
    await q.query(`DROP POLICY ${table}_${deed} ON "${table}"`);
  await q.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
  await q.query(`ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`);
}

/** Whether a migration runs on PostgreSQL, which alone has this wall. */
export function isPostgres(q: QueryRunner): boolean {
  return q.dataSource.options.type === 'postgres';
}
