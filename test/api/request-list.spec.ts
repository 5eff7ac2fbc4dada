import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '10月底前'],
  ['2', '公正司法', '监督', '案卷评查', '区教育局', '', '11月底前'],
];
const LEADER = 'QLD-LEADER';

describe.each(DATABASES)('extensions and close-outs in one list on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    const leader = `code,department,kind,holder,email,from,to\n${LEADER},YFB,LEADER,区领导,,2022-01-01,`;
    await test.app.get(ImportPostsService).import(Buffer.from(leader));
    await test.holdDay('2023-01-12');
    await issuedLedger(test, ROWS);
  });
  afterAll(() => test.close());

  const list = async (as: string, query = '') =>
    (await test.request('GET', `/api/v1/requests?${query}`, { as })).body.items;
  const tell = (url: string, as: string, body: object, version?: number) =>
    test.request('POST', `/api/v1/tasks/${url}`, { as, body, ...(version === undefined ? {} : { version }) });
  const waiting = async (as: string) =>
    (await list(as, 'box=waiting')).map(({ kind, waitsFor }: { kind: string; waitsFor: string }) => [
      kind,
      waitsFor,
    ]);

  it('lays an extension past the year before the director first and then before the leader', async () => {
    const task = await taskOf(test, '1');
    const wish = { newDueOn: '2024-03-31', reason: '立项推迟', progressSoFar: '已调研' };
    expect(await tell(`${task.id}/extension-requests`, 'SFJ-LIAISON', wish, task.version)).toMatchObject({
      status: 201,
    });
    expect(await waiting(DIRECTOR)).toEqual([['EXTENSION', 'DIRECTOR']]);
    expect([await waiting(CLERK), await waiting(LEADER)]).toEqual([[], []]);
    const [request] = await list(DIRECTOR, 'box=waiting');
    expect(request).toMatchObject({
      kindLabel: '延期',
      stateLabel: '待审批',
      waitsForLabel: '办主任',
      department: 'SFJ',
      text: '立项推迟',
      dueOn: '2023-10-31',
      extension: { askedDueOn: '2024-03-31', dueOnThen: '2023-10-31', isLate: false },
      closeOut: null,
    });
    const approved = await tell(
      `${task.id}/extension-requests/${request.id}/approve`,
      DIRECTOR,
      {},
      request.version,
    );
    expect(approved.status).toBe(200);
    expect([await waiting(DIRECTOR), await waiting(LEADER)]).toEqual([[], [['EXTENSION', 'LEADER']]]);
  });

  it('lays a close-out before the clerk, then before the director', async () => {
    const task = await taskOf(test, '2');
    await tell(`${task.id}/close-out-requests`, 'JYJ-LIAISON', { statement: '已全部评查' });
    await workOutbox(test);
    expect([await waiting(CLERK), await waiting(DIRECTOR)]).toEqual([[['CLOSE_OUT', 'CLERK']], []]);
    const [request] = await list(CLERK, 'box=waiting');
    expect(request).toMatchObject({ extension: null, closeOut: { silentSupports: [], openMilestones: [] } });
    await tell(`${task.id}/close-out-requests/${request.id}/verify`, CLERK, {}, request.version);
    await workOutbox(test);
    expect([await waiting(CLERK), await waiting(DIRECTOR)]).toEqual([[], [['CLOSE_OUT', 'CLOSER']]]);
  });

  it('shows a department the requests of tasks it takes part in, and its own under mine', async () => {
    expect(await list('JYJ-HEAD')).toMatchObject([{ kind: 'CLOSE_OUT', department: 'JYJ' }]);
    expect(await list('CZJ-HEAD')).toMatchObject([{ kind: 'EXTENSION', department: 'SFJ' }]);
    expect(await list('CZJ-HEAD', 'box=mine')).toEqual([]);
    expect(await list('SFJ-HEAD', 'box=mine')).toHaveLength(1);
    expect(await list('SFJ-HEAD', 'department=JYJ')).toEqual([]);
  });

  it('narrows by kind, state and department, and pages without losing a row', async () => {
    expect(await list(CLERK, 'kind=EXTENSION&state=ENDORSED')).toHaveLength(1);
    expect(await list(CLERK, 'state=APPROVED')).toEqual([]);
    expect(await list(CLERK, 'department=JYJ')).toHaveLength(1);
    const first = await test.request('GET', '/api/v1/requests?limit=1', { as: CLERK });
    const rest = await list(CLERK, `limit=1&after=${first.body.next}`);
    expect(new Set([...first.body.items, ...rest].map(({ id }: { id: string }) => id)).size).toBe(2);
  });
});
