import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_FIELD_NAMES } from '../../src/app/audit-field-names.js';
import { DATABASES } from '../support/databases.js';
import { CLERK } from '../support/office.js';
import { fieldsOfTrail, noteFields } from '../support/told-fields.js';
import { canariesIn } from './canaries.js';
import { TASK_KINDS } from './holdings.js';
import { openGround } from './prepare-ground.js';
import { PRINCIPALS } from './principals.js';
import { askedTwice } from './recipes/all-recipes.js';
import { routesOf } from './routes.js';
import { runMatrix, type Findings } from './run-matrix.js';

const answers = new Map<string, Findings['answers']>();

describe.each(DATABASES)('who may do what on %s', (name) => {
  let ground: Awaited<ReturnType<typeof openGround>>;
  let findings: Findings;
  let told: Map<string, string>;

  beforeAll(async () => {
    ground = await openGround(name);
    told = noteFields(ground.test);
    findings = await runMatrix(ground);
    answers.set(name, findings.answers);
    process.stdout.write(
      `access matrix on ${name}: ${findings.answers.size} cells of ${ground.operations.length} operations\n`,
    );
  }, 600_000);
  afterAll(() => ground.close());

  it('every route of the program is in its OpenAPI document', () => {
    const described = new Set(ground.operations.map(({ id }) => id));
    expect([...routesOf(ground.test).keys()].filter((id) => !described.has(id))).toEqual([]);
    expect(routesOf(ground.test).size).toBe(ground.operations.length);
  });

  it('every operation has its own rows in the policy', () => {
    const named = new Set(ground.policy.map(({ operation }) => operation));
    expect(ground.operations.map((operation) => operation.name).filter((name) => !named.has(name))).toEqual(
      [],
    );
    const known = new Set(['*', ...ground.operations.map((operation) => operation.name)]);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it('every operation is asked in one manner', () => {
    expect(askedTwice()).toEqual([]);
  });

  it('has no row that decides nothing', () => {
    const idle = ground.policy.filter(({ line }) => !findings.used.has(line));
    expect(idle.map(({ line, operation, roles }) => `line ${line}: ${operation} ${roles.join('|')}`)).toEqual(
      [],
    );
  });

  it('is as the policy says, tells nobody of what is not his, and refusals change nothing', () => {
    expect(findings.mismatches).toEqual([]);
  });

  it('tells its auditor nothing of which the office has no word', async () => {
    const all = [...(await fieldsOfTrail(ground.test)), ...told];
    expect(all.filter(([field]) => !(field in AUDIT_FIELD_NAMES))).toEqual([]);
    expect(told.size).toBeGreaterThan(150);
  });

  it('counts for a department only what it leads or supports', async () => {
    const counts: Record<string, number[]> = {};
    for (const as of ['SFJ-LIAISON', 'CZJ-HEAD', 'JYJ-LIAISON', CLERK]) {
      const ask = async (url: string) => (await ground.test.request('GET', `/api/v1/${url}`, { as })).body;
      const { tasks } = await ask(`ledgers/${ground.office.ledgerId}`);
      const { total } = await ask(`task-board/facets?ledger=${ground.office.ledgerId}`);
      counts[as] = [Object.values(tasks as Record<string, number>).reduce((sum, n) => sum + n, 0), total];
    }
    const [one, all] = [TASK_KINDS.length, 2 * TASK_KINDS.length + 1];
    // The other department has besides its own the task that waits to be issued.
    expect(counts).toEqual({
      'SFJ-LIAISON': [one, one],
      'CZJ-HEAD': [one, one],
      'JYJ-LIAISON': [one + 1, one + 1],
      [CLERK]: [all, all],
    });
  });

  it('was asked in everybody’s name, about texts that are really there', () => {
    for (const principal of PRINCIPALS) {
      expect(
        [...findings.answers.keys()].filter((cell) => cell.includes(` ${principal} `)).length,
      ).toBeGreaterThan(100);
    }
    const planted = canariesIn(JSON.stringify(ground.office));
    expect(planted.length).toBeGreaterThan(20);
    expect(planted.filter((mark) => !findings.shown.has(mark))).toEqual([]);
  });
});

it('is the same on both databases', () => {
  const [sqlite = new Map(), postgres = new Map()] = DATABASES.map((name) => answers.get(name));
  // Backups are made of the embedded edition only.
  const onBoth = [...sqlite].filter(([cell]) => postgres.has(cell) || !cell.includes(' /api/v1/backups'));
  expect(Object.fromEntries(onBoth)).toEqual(Object.fromEntries(postgres));
});
