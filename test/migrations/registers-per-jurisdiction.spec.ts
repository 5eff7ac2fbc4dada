import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pendingSchema } from '../../src/platform/database/migrate.js';
import { EVERYTHING_SEEN, seeing } from '../../src/platform/database/sight.js';
import { DATABASES, openTestDatabase, type TestDatabase } from '../support/databases.js';

const MIGRATION = 'RegistersPerJurisdiction1700000000028';

describe.each(DATABASES)('registers of two districts that had one numbering, on %s', (name) => {
  let test: TestDatabase;
  const read = <Row>(sql: string) =>
    seeing(
      () => EVERYTHING_SEEN,
      () => test.db.read<Row>(sql),
    );
  const write = (...statements: string[]) =>
    seeing(
      () => EVERYTHING_SEEN,
      () => test.db.unitOfWork.run(async () => {
        for (const sql of statements) await test.db.write(sql);
      }),
    ); // prettier-ignore
  const names = async () => (await read<{ name: string }>('SELECT name FROM migration ORDER BY id')).map((row) => row.name); // prettier-ignore
  /** Takes migrations back until this one is the last, or gone. */
  const backTo = async (isGone: boolean): Promise<void> => {
    const { source } = test.db;
    while ((await names()).includes(MIGRATION) && (isGone || (await names()).at(-1) !== MIGRATION))
      await seeing(() => EVERYTHING_SEEN, () => source.undoLastMigration()); // prettier-ignore
  };
  const forward = () => seeing(() => EVERYTHING_SEEN, () => test.db.source.runMigrations()); // prettier-ignore
  const where = (table: string) =>
    read<{ id: string; jurisdiction: string }>(`SELECT id, jurisdiction FROM ${table} ORDER BY id`);
  const owner = (table: string) =>
    read<{ id: string; owner: string }>(`SELECT id, owner_department_id AS owner FROM ${table} ORDER BY id`);

  beforeAll(async () => {
    test = await openTestDatabase(name);
    await backTo(true);
    const department = (code: string, jurisdiction: string): string =>
      `INSERT INTO department (id, code, name, short_name, kind, path, jurisdiction, is_enforcement_unit, is_responsible_department, version)
       VALUES ('${code}', '${code}', '${code}', '${code}', 'GOVERNMENT', '${jurisdiction}${code}/', '${jurisdiction}', 0, 0, 1)`;
    const post = (code: string, unit: string): string =>
      `INSERT INTO post (id, code, department_id, kind, holder, email, from_day, version) VALUES ('${code}', '${code}', '${unit}', 'CLERK', '', '', '2022-01-01', 1)`;
    const decision = (id: string, number: string, unit: string): string =>
      `INSERT INTO major_decision (id, year, number, title, category, procedure_id, department_id, supervising_leader, created_on, created_by, version)
       VALUES ('${id}', 2023, '${number}', '', 'PLAN', 'p', '${unit}', '', '2023-01-01', 'x', 1)`;
    const court = (id: string, number: string, unit: string): string[] => [
      `INSERT INTO court_case (id, register, filed_on, search_text, facts, version) VALUES ('${id}', 'ADMINISTRATIVE', '2023-01-01', '', '{}', 1)`,
      `INSERT INTO court_case_party (id, case_id, department_id) VALUES ('${id}', '${id}', '${unit}')`,
      `INSERT INTO court_instance (id, case_id, level, number_key, filed_on) VALUES ('${id}', '${id}', 'FIRST', '${number}', '2023-01-01')`,
    ];
    await write(
      department('HPSFJ', '/SH/HP/'),
      department('XHSFJ', '/SH/XH/'),
      post('HP-CLERK', 'HPSFJ'),
      post('XH-CLERK', 'XHSFJ'),
      decision('d1', '1', 'HPSFJ'),
      decision('d2', '2', 'XHSFJ'),
      `INSERT INTO decision_catalogue (id, year, state, edition, consent_document, submitted_by, published_in, version) VALUES ('c', 2023, 'DRAFT', 0, '', '', '', 1)`,
      `INSERT INTO decision_catalogue (id, year, state, edition, consent_document, submitted_by, published_in, version) VALUES ('e', 2022, 'DRAFT', 0, '', 'XH-CLERK', '', 1)`,
      `INSERT INTO catalogue_item (id, catalogue_id, decision_id, added_on, added_by, add_reason, remove_reason) VALUES ('i', 'c', 'd1', '2023-01-01', 'HP-CLERK', '', '')`,
      ...court('k1', '1', 'HPSFJ'),
      ...court('k2', '2', 'XHSFJ'),
      `INSERT INTO court_figures (id, year, quarter, lines, entered_on, entered_by, version) VALUES ('f', 2023, 1, '[]', '2023-01-01', 'XH-CLERK', 1)`,
    );
    await forward();
    await backTo(false);
  });
  afterAll(() => test.close());

  it('go to the jurisdiction of the department, or of the office that made them', async () => {
    const [home, next] = ['/SH/HP/', '/SH/XH/'];
    expect(await where('major_decision')).toEqual([{ id: 'd1', jurisdiction: home }, { id: 'd2', jurisdiction: next }]); // prettier-ignore
    expect(await where('court_instance')).toEqual([{ id: 'k1', jurisdiction: home }, { id: 'k2', jurisdiction: next }]); // prettier-ignore
    expect(await where('decision_catalogue')).toEqual([{ id: 'c', jurisdiction: home }, { id: 'e', jurisdiction: next }]); // prettier-ignore
    expect(await owner('decision_catalogue')).toEqual([{ id: 'c', owner: 'HPSFJ' }, { id: 'e', owner: 'XHSFJ' }]); // prettier-ignore
    expect(await where('court_figures')).toEqual([{ id: 'f', jurisdiction: next }]);
    expect(await owner('court_figures')).toEqual([{ id: 'f', owner: 'XHSFJ' }]);
  });

  it('keep their parts through the change of keys', async () => {
    expect(await read('SELECT catalogue_id, decision_id FROM catalogue_item')).toEqual([{ catalogue_id: 'c', decision_id: 'd1' }]); // prettier-ignore
    await expect(write(`DELETE FROM major_decision WHERE id = 'd1'`)).rejects.toThrow(/foreign key/i);
  });

  it('cannot be taken back while two have the same number, and lose nothing by the attempt', async () => {
    await write(`UPDATE major_decision SET number = '1' WHERE id = 'd2'`);
    await expect(backTo(true)).rejects.toThrow('two jurisdictions have major_decision 2023 1');
    expect((await names()).at(-1)).toBe(MIGRATION);
    expect(await where('decision_catalogue')).toHaveLength(2);
    await write(`UPDATE major_decision SET number = '2' WHERE id = 'd2'`);
    await backTo(true);
    expect(await read('SELECT id, number FROM major_decision ORDER BY id')).toEqual([{ id: 'd1', number: '1' }, { id: 'd2', number: '2' }]); // prettier-ignore
    await expect(write(`UPDATE court_instance SET number_key = '1'`)).rejects.toThrow(/unique/i);
    await forward();
    expect(await pendingSchema(test.db.source)).toEqual([]);
  });
});
