import type { QueryRunner } from 'typeorm';

/** The settings of a session by which PostgreSQL knows whose rows are meant. Not set means: nobody's. */
export const JURISDICTION_SETTING = 'diaodu.jurisdiction';
export const DEPARTMENT_SETTING = 'diaodu.department';

/** Set while a set below is gathered, which looks at tables that are under a rule themselves. */
export const JUDGING_SETTING = 'diaodu.judging';

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

/**
 * Gives or changes the function `diaodu_<name>()`, a set of ids or codes that rules ask for; `sql` selects it. A rule that
 * looked at a table under a rule that looks at the first would turn in a circle, which PostgreSQL refuses. Each set is
 * therefore gathered in a function that it does not look into, and that sees everything while it works.
 */
export async function defineSet(q: QueryRunner, name: string, sql: string): Promise<void> {
  if (!isPostgres(q)) return;
  await q.query(
    `CREATE OR REPLACE FUNCTION diaodu_${name}() RETURNS SETOF text LANGUAGE plpgsql STABLE PARALLEL UNSAFE
       ROWS 100 SET search_path FROM CURRENT AS $$
     BEGIN
       PERFORM set_config('${JUDGING_SETTING}', 'on', true);
       RETURN QUERY ${sql};
       PERFORM set_config('${JUDGING_SETTING}', '', true);
     END $$`,
  );
}

/** Whether a migration runs on PostgreSQL, which alone has this wall. */
export function isPostgres(q: QueryRunner): boolean {
  return q.dataSource.options.type === 'postgres';
}
