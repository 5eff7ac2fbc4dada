import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '../../src/domain/refusal.js';
import { ExtensionService } from '../../src/features/ledger/extension/extension.service.js';
import { TaskListStore } from '../../src/features/ledger/task-list.store.js';
import { ReportQuery } from '../../src/features/reporting/report-query.js';
import { ReportStore } from '../../src/features/reporting/report.store.js';
import { DATABASES } from '../support/databases.js';
import { readPolicy } from './policy.js';
import { openGround } from './prepare-ground.js';
import { newFindings, runOperation, type Ground } from './run-matrix.js';

const HEAD = 'operation,role,relation,state,expect,fields';

describe.each(DATABASES)('the matrix is seen to bite on %s', (database) => {
  const isWalled = database === 'postgres';
  let ground: Awaited<ReturnType<typeof openGround>>;

  beforeAll(async () => {
    ground = await openGround(database);
  }, 120_000);
  afterAll(() => ground.close());

  const run = async (name: string, more: Partial<Ground> = {}): Promise<string[]> => {
    const operation = ground.operations.find((each) => each.name === name);
    if (!operation) throw new Error(`no operation ${name}`);
    const findings = newFindings();
    await runOperation({ ...ground, ...more }, operation, findings);
    return findings.mismatches;
  };

  /** Puts a fault into a service of the running program for as long as `during` runs. */
  const spoilt = async <T extends object, K extends keyof T>(
    service: T,
    method: K,
    fault: (original: T[K]) => T[K],
    during: () => Promise<string[]>,
  ): Promise<string[]> => {
    const original = service[method];
    service[method] = fault((original as unknown as (...args: unknown[]) => unknown).bind(service) as T[K]);
    try {
      return await during();
    } finally {
      service[method] = original;
    }
  };

  it('finds nothing where nothing is spoilt', async () => {
    expect(await run('GET /api/v1/tasks')).toEqual([]);
  });

  it('finds texts of another department in a list that forgot its scope', async () => {
    const found = await spoilt(
      ground.test.app.get(TaskListStore),
      'page',
      (original) =>
        (filter, ...rest) =>
          original({ ...filter, scope: { kind: 'WHOLE' } }, ...rest),
      () => run('GET /api/v1/tasks'),
    );
    // Behind PostgreSQL's row-level security the forgotten scope shows nobody anything.
    if (isWalled) expect(found).toEqual([]);
    else expect(found.join('\n')).toMatch(/LIAISON.*shows CANARY-JYJ-/);
    expect(found.join('\n')).not.toMatch(/CLERK/);
  });

  it('finds a foreign thing that is refused in other words than a missing one', async () => {
    const reports = ground.test.app.get(ReportStore);
    const found = await spoilt(
      ground.test.app.get(ReportQuery),
      'sheet',
      (original) => async (id) => {
        if ((await reports.one(id, { kind: 'WHOLE' })) === null)
          throw new DomainError('NOT_FOUND', 'NO_SUCH_REPORT', '没有这份月报。');
        return original(id);
      },
      () => run('GET /api/v1/reports/{id}'),
    );
    // There the foreign thing is not even found by a question for all of them.
    if (isWalled) expect(found).toEqual([]);
    else expect(found.join('\n')).toMatch(/HEAD: other and missing are told apart/);
  });

  it('finds an answer that is not as the contract says', async () => {
    const found = await spoilt(
      ground.test.app.get(ReportQuery),
      'sheet',
      (original) => async (id) => ({
        ...(await original(id)),
        secret: 'x',
        version: null as unknown as number,
      }),
      () => run('GET /api/v1/reports/{id}'),
    );
    expect(found[0]).toContain(
      'not as openapi.json says: .version is null, not number; .secret is not described',
    );
  });

  it('finds a refused write that has written', async () => {
    const found = await spoilt(
      ground.test.app.get(ExtensionService),
      'ask',
      (original) =>
        async (...args) => {
          const asked = original(...args);
          await asked.catch(() =>
            ground.test.db.unitOfWork.run(() => ground.test.db.write(`UPDATE task SET measures = 'x'`)),
          );
          return asked;
        },
      () => run('POST /api/v1/tasks/{id}/extension-requests'),
    );
    expect(found).toEqual(['POST /api/v1/tasks/{id}/extension-requests: refusals have changed task']);
  });

  it('finds an operation that no rule is about, and one that nobody has said how to ask', async () => {
    const policy = readPolicy(`${HEAD}\n*,ANONYMOUS,,,401,`);
    expect((await run('GET /api/v1/tasks', { policy })).join('\n')).toMatch(/CLERK.*no rule in policy.csv/);
    const unknown = { name: 'GET /new', method: 'GET', path: '/new', id: 'New.get' } as const;
    const findings = newFindings();
    await runOperation(ground, unknown, findings);
    expect(findings.mismatches).toEqual([
      expect.stringContaining('GET /new: nobody has said how it is asked'),
    ]);
  });

  it('finds somebody let in whom the policy keeps out, and kept out whom it lets in', async () => {
    const policy = readPolicy(
      `${HEAD}\n*,CLERK,,,403,\nGET /api/v1/tasks,ANONYMOUS,,,allow,none\n*,*,,,403,`,
    );
    const found = (await run('GET /api/v1/tasks', { policy })).join('\n');
    expect(found).toMatch(/CLERK.*200 {2}instead of 403/);
    expect(found).toMatch(/ANONYMOUS.*401 SIGN_IN_REQUIRED instead of allow/);
  });

  it.each([
    ['a head of its own', 'operation,role', 'begins with'],
    ['an unknown role', `${HEAD}\nGET /x,CLARK,,,403,`, 'line 2'],
    ['a permission for every operation', `${HEAD}\n*,CLERK,,,allow,all`, 'line 2'],
    ['a refusal that shows something', `${HEAD}\nGET /x,CLERK,,,403,all`, 'line 2'],
    ['a permission that does not say what it shows', `${HEAD}\nGET /x,CLERK,,,allow,`, 'line 2'],
    ['a cell too many', `${HEAD}\nGET /x,CLERK,,,403,,more`, 'line 2'],
  ])('a policy with %s is not read', (_, text, words) => {
    expect(() => readPolicy(text)).toThrow(words);
  });
});
