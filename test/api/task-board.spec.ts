import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
  ['3', '依法行政', '监督', '案卷评查', '区司法局', '各街道', '11月底前'],
  ['4', '依法行政', '监督', '每月通报', '区财政局', '', '每月底前'],
  ['5', '营商环境', '', '专项检查', '区教育局', '有关部门', '1月底前'],
];

describe.each(DATABASES)('the ledger as the screen asks for it on %s', (name) => {
  let test: TestApp;
  let ledgerId: string;
  const board = (query = '', as = CLERK) => test.request('GET', `/api/v1/task-board${query}`, { as });
  const numbers = async (query = '', as = CLERK): Promise<string[]> =>
    (await board(query, as)).body.items.map((item: { number: string }) => item.number);

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledgerId = await issuedLedger(test, ROWS);
  });
  afterAll(() => test.close());

  it('shows every task with today’s light and why', async () => {
    const { status, body } = await board(`?ledger=KT-2023`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(5);
    expect(body.items[0]).toMatchObject({
      number: '1',
      indicator: '依法行政 / 清单',
      lead: { code: 'SFJ', name: '区司法局' },
      supports: [{ code: 'CZJ' }],
      state: 'ASSIGNED',
      stateLabel: '交办',
      light: 'GREEN',
      lightLabel: '绿灯',
      own: null,
    });
    expect(body.items[0].explanation).not.toBe('');
    expect(await numbers('?overdue=true')).toEqual([]);
    await test.holdDay('2023-02-06');
    // January's period of the monthly task ended unmarked, so that one is red as well.
    expect(await numbers('?light=RED')).toEqual(['4', '5']);
    expect((await board('?light=RED')).body.items[1]).toMatchObject({ overdueDays: 6, lightLabel: '红灯' });
    expect(await numbers('?overdue=true&sort=light')).toEqual(['4', '5']);
  });

  it('narrows by department, heading, due day, search and first letters, and pages', async () => {
    expect(await numbers('?department=CZJ')).toEqual(['1', '4']);
    expect(await numbers('?department=CZJ&part=LEAD')).toEqual(['4']);
    expect(await numbers(`?indicator=${encodeURIComponent('依法行政 / 监督')}`)).toEqual(['3', '4']);
    expect(await numbers('?dueTo=2023-06-30&sort=-due')).toEqual(['1', '5']);
    expect(await numbers('?q=ajpc')).toEqual(['3']);
    expect(await numbers(`?q=${encodeURIComponent('财政局 通报')}`)).toEqual(['4']);
    expect(await numbers('?cadence=MONTHLY')).toEqual(['4']);
    const first = (await board('?limit=2&sort=due')).body;
    const second = (await board(`?limit=2&sort=due&after=${first.next}`)).body;
    const third = (await board(`?limit=2&sort=due&after=${second.next}`)).body;
    const all = [first, second, third].flatMap((page) =>
      page.items.map((item: { number: string }) => item.number),
    );
    expect(all).toEqual(['5', '1', '2', '3', '4']);
    expect(third.next).toBeNull();
  });

  it('refuses what it does not know', async () => {
    expect((await board('?ledger=KT-1999')).body.code).toBe('LEDGER_NOT_FOUND');
    expect((await board('?department=NONE')).body.code).toBe('BOARD_DEPARTMENT_UNKNOWN');
    for (const query of ['sort=title', 'light=red', 'dueFrom=2023-02-30', 'overdue=yes', 'limit=101']) {
      expect((await board(`?${query}`)).body.code).toBe('REQUEST_INVALID');
    }
    expect((await board('?after=abc')).body.code).toBe('CURSOR_INVALID');
  });

  it('shows a department what it has a part in, with its own part and light, and counts no more', async () => {
    const { items } = (await board('', 'CZJ-LIAISON')).body;
    expect(items).toMatchObject([
      { number: '1', own: { role: 'SUPPORT', isFirstLead: false, state: 'ISSUED' } },
      { number: '4', own: { role: 'LEAD', isFirstLead: true } },
    ]);
    const facets = (await test.request('GET', '/api/v1/task-board/facets', { as: 'CZJ-LIAISON' })).body;
    expect(facets.total).toBe(2);
    expect(await numbers('?department=JYJ', 'CZJ-LIAISON')).toEqual([]);
    const tree = (await test.request('GET', '/api/v1/ledgers/KT-2023/indicators', { as: 'CZJ-LIAISON' }))
      .body;
    expect(tree.items.map((each: { path: string; total: number }) => [each.path, each.total])).toEqual([
      ['依法行政', 2],
      ['依法行政 / 清单', 1],
      ['依法行政 / 监督', 1],
      ['营商环境', 0],
    ]);
    const ledger = (await test.request('GET', `/api/v1/ledgers/${ledgerId}`, { as: 'CZJ-LIAISON' })).body;
    expect(ledger.tasks).toEqual({ ASSIGNED: 2 });
  });

  it('counts beside the filters, a column’s own choice aside', async () => {
    const { body } = await test.request('GET', '/api/v1/task-board/facets?light=RED', { as: CLERK });
    expect(body.total).toBe(2);
    expect(body.lights).toEqual([
      { value: 'RED', label: '红灯', count: 2 },
      { value: 'YELLOW', label: '黄灯', count: 1 },
      { value: 'GREEN', label: '绿灯', count: 2 },
    ]);
    expect(body.leads).toEqual([
      { value: 'JYJ', label: '区教育局', count: 1 },
      { value: 'CZJ', label: '区财政局', count: 1 },
    ]);
    expect(body.indicators.map((each: { value: string }) => each.value)).toEqual([
      '依法行政 / 监督',
      '营商环境',
    ]);
  });

  it('is never behind: a deed shows in the next answer', async () => {
    const task = await taskOf(test, '2');
    const [lead] = task.assignments;
    const sign = { as: 'SFJ-LIAISON', version: lead.version, body: {} };
    await test.request('POST', `/api/v1/tasks/${task.id}/sign`, sign);
    expect((await board('?q=xzht')).body.items).toMatchObject([{ state: 'IN_PROGRESS' }]);
    const signed = await taskOf(test, '2');
    await test.request('POST', `/api/v1/tasks/${task.id}/suspend`, {
      as: DIRECTOR,
      version: signed.version,
      body: { approvalDocument: '某法办〔2023〕5号' },
    });
    expect((await board('?state=SUSPENDED')).body.items).toMatchObject([{ number: '2', light: 'GREY' }]);
    const made = await test.request('POST', '/api/v1/tasks', {
      as: CLERK,
      body: { ledger: 'KT-2023', title: '手工新增', lead: ['CZJ'], deadline: '12月底前' },
    });
    expect(made.status).toBe(201);
    expect((await board('?light=NONE')).body.items).toMatchObject([
      { number: '6', light: null, lightLabel: '未交办' },
    ]);
    const split = await test.request('POST', `/api/v1/tasks/${(await taskOf(test, '3')).id}/split`, {
      as: CLERK,
      version: (await taskOf(test, '3')).version,
      body: {
        approvalDocument: '某法办〔2023〕6号',
        parts: [
          { title: '甲', lead: ['SFJ'], deadline: '10月底前' },
          { title: '乙', lead: ['CZJ'], deadline: '10月底前' },
        ],
      },
    });
    expect(split.status).toBe(200);
    expect(await numbers()).toEqual(['1', '2', '3', '3.1', '3.2', '4', '5', '6']);
  });
});
