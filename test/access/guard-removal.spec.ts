import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CAN, type Caller } from '../../src/platform/auth/can.js';
import { DATABASES } from '../support/databases.js';
import { cellsOf, type Cell } from './cells.js';
import { ruleFor } from './policy.js';
import { openGround } from './prepare-ground.js';
import { RECIPES } from './recipes/all-recipes.js';
import { routesOf, type Handler } from './routes.js';
import { judge, newFindings, type Findings } from './run-matrix.js';

/** One operation of so many is asked on PostgreSQL. */
const SAMPLE = 6;
const EVERYBODY: Caller[] = [
  'CLERK',
  'DIRECTOR',
  'LIAISON',
  'HEAD',
  'LEADER',
  'SYSADMIN',
  'SECADMIN',
  'AUDITOR',
];

describe.each(DATABASES)('a route on %s whose guard is spoilt', (database) => {
  let ground: Awaited<ReturnType<typeof openGround>>;
  let routes: Map<string, Handler>;
  let operations: typeof ground.operations;

  beforeAll(async () => {
    ground = await openGround(database);
    routes = routesOf(ground.test);
    // What notices is the same code on both; on PostgreSQL, where each cell takes longer, a sample shows that it does.
    operations = ground.operations.filter((_, at) => database === 'sqlite' || at % SAMPLE === 0);
  }, 120_000);
  afterAll(() => ground.close());

  /** Cells of a route, refused by the policy with a status or allowed, at most two of each principal. */
  const cellsFor = (name: string, isWanted: (expected: string, who: string) => boolean): Cell[] => {
    const operation = ground.operations.find((each) => each.name === name);
    const recipe = RECIPES[name];
    if (!operation || !recipe) throw new Error(`${name} is unknown`);
    return ground.principals.flatMap((who) =>
      cellsOf(operation, recipe, who, ground.office)
        .filter(({ relation, state }) => {
          const rule = ruleFor(ground.policy, { operation: name, role: who.name, relation, state });
          return isWanted(rule?.expect ?? '', who.name);
        })
        .slice(0, 2),
    );
  };

  /** What the runner says of some cells while what @Can says of the route is another thing. */
  const withCallers = async (id: string, callers: Caller[] | null, cells: Cell[]): Promise<Findings> => {
    const handler = routes.get(id);
    if (!handler) throw new Error(`${id} is no route`);
    const before: unknown = Reflect.getMetadata(CAN, handler);
    const findings = newFindings();
    try {
      if (callers === null) Reflect.deleteMetadata(CAN, handler);
      else Reflect.defineMetadata(CAN, callers, handler);
      for (const cell of cells) await judge(ground, cell, findings, 'UNDO_ALL');
    } finally {
      Reflect.defineMetadata(CAN, before, handler);
    }
    return findings;
  };

  /** Operations for which the runner finds nothing wrong. */
  const unnoticed = async (
    callers: Caller[] | null,
    isWanted: (expected: string, who: string) => boolean,
  ): Promise<string[]> => {
    const missed: string[] = [];
    for (const { name, id } of operations) {
      const cells = cellsFor(name, isWanted);
      if (cells.length > 0 && (await withCallers(id, callers, cells)).mismatches.length === 0)
        missed.push(name);
    }
    return missed;
  };

  const idOf = (name: string): string => ground.operations.find((each) => each.name === name)?.id ?? '';

  it('is noticed on every route when nothing is said of who may call it', async () => {
    expect(await unnoticed(null, (_, who) => who !== 'EXPIRED' && who !== 'DISABLED')).toEqual([]);
  }, 300_000);

  it('is noticed on every route when anyone may call it', async () => {
    const missed = await unnoticed(['ANYONE'], (expected, who) => who === 'ANONYMOUS' && expected === '401');
    // Both are open to anyone: whoever signs in is told the same whether or not his name is known, here and elsewhere.
    const open = ['GET /api/v1/session/oidc/callback', 'POST /api/v1/session'];
    expect(missed.toSorted()).toEqual(open.filter((name) => operations.some((each) => each.name === name)));
  }, 300_000);

  it('is noticed, or refused by the policy behind it, when everybody signed in may call it', async () => {
    const missed = await unnoticed(EVERYBODY, (expected) => expected === '403');
    process.stdout.write(
      `of ${operations.length} operations on ${database} ${missed.length} are refused by a second wall when their guard is opened\n`,
    );
    for (const name of missed) {
      const cells = cellsFor(name, (expected) => expected === '403');
      const { answers } = await withCallers(idOf(name), EVERYBODY, cells);
      // The guard's own code must be gone: what refuses now is the policy of the feature.
      expect([name, ...answers.values()]).not.toContain('403 ROLE_NOT_ALLOWED');
    }
  }, 300_000);
});
