import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { draftOf2022, issueIn, openCityWithDistricts } from '../support/city.js';
import { DATABASES } from '../support/databases.js';

interface Handed {
  id: string;
  version: number;
  state: string;
  received: { id: string; number: string; ledgerCode: string } | null;
}

interface Part {
  department: { code: string };
  version: number;
}

const refused = (status: number, code: string) => ({ status, body: { code } });

describe.each(DATABASES)('a city’s tasks broken down to its districts on %s', (name) => {
  let test: TestApp;
  let cityTasks: { id: string; number: string; version: number }[];

  const get = (url: string, as: string) => test.request('GET', `/api/v1/${url}`, { as });
  const post = (url: string, as: string, body: unknown, version?: number, headers = {}) =>
    test.request('POST', `/api/v1/${url}`, {
      as,
      body,
      headers,
      ...(version === undefined ? {} : { version }),
    });
  const inbox = async (as: string, more = ''): Promise<Handed[]> =>
    (await get(`task-breakdowns?limit=100${more}`, as)).body.items as Handed[];
  const taskNo = async (number: string) => {
    const { body } = await get('tasks?limit=100&ledger=SH-KT-2023', 'SH-CLERK');
    return (body.items as typeof cityTasks).find((task) => task.number === number)!;
  };
  const breakDown = async (
    numbers: string[],
    receivers: object[],
    as = 'SH-CLERK',
  ): Promise<TestResponse> => {
    const tasks = [];
    for (const number of numbers) {
      const { id, version } = await taskNo(number);
      tasks.push({ id, version });
    }
    return post('task-breakdowns', as, { tasks, receivers, note: '请于年内完成' });
  };
  const HP = { code: 'HP' };
  const XH = { code: 'XH' };

  beforeAll(async () => {
    test = await startTestApp(name);
    await openCityWithDistricts(test);
    await issueIn(test, 'SH-CLERK', [
      ['1', '制度建设', '清单', '全市执法清单编制', '市司法局', '', '10月底前'],
      ['2', '制度建设', '清单', '全市普法', '市司法局', '', '每季度末'],
      ['3', '制度建设', '清单', '全市专项', '市司法局', '', '11月底前'],
      ['4', '制度建设', '清单', '暂不分解', '市司法局', '', '12月底前'],
    ]);
    await issueIn(test, 'HP-CLERK', [['1', '制度', '清单', '本区事项', '区司法局', '', '6月底前']]);
    const { body } = await get('tasks?limit=100&ledger=SH-KT-2023', 'SH-CLERK');
    cityTasks = body.items as typeof cityTasks;
  });
  afterAll(() => test.close());

  it('hands several tasks down to several districts at once, as they stand, and says so on the task', async () => {
    const done = await breakDown(['1', '2'], [{ ...HP, target: { value: 20, unit: '件' } }, XH]);
    expect(done).toMatchObject({ status: 201 });
    expect((done.body.items as Handed[]).length).toBe(4);
    const [first] = await inbox('HP-CLERK');
    expect(await inbox('HP-CLERK')).toHaveLength(2);
    expect(first).toMatchObject({ state: 'PENDING', stateLabel: '待接收', office: '沪市司法局' });
    const own = (await inbox('HP-CLERK')).find(
      (item) => (item as unknown as { number: string }).number === '1',
    );
    expect(own).toMatchObject({
      title: '全市执法清单编制',
      indicator: '制度建设 / 清单',
      deadlineRaw: '10月底前',
      dueOn: '2023-10-31',
      document: '某法办〔2023〕1号',
      target: { value: 20, unit: '件' },
      note: '请于年内完成',
      receiver: { code: 'HP', name: '黄区人民政府' },
      received: null,
    });
    expect(JSON.stringify(own)).not.toContain(cityTasks[0]!.id);
    const page = await get(`task-pages/${cityTasks[0]!.id}`, 'SH-CLERK');
    expect(JSON.stringify(page.body.audit)).toContain('分解下达给黄区人民政府、徐区人民政府');
  });

  it('is done once: again to the same district is refused whole (ALREADY_BROKEN_DOWN), repeated by its key is the same', async () => {
    expect(await breakDown(['1'], [HP])).toMatchObject(refused(409, 'ALREADY_BROKEN_DOWN'));
    const both = await breakDown(['3', '1'], [HP]);
    expect(both).toMatchObject({
      status: 409,
      body: { code: 'BREAKDOWNS_REFUSED', details: { rows: [{ number: '1', code: 'ALREADY_BROKEN_DOWN' }] } },
    });
    expect(await inbox('HP-CLERK')).toHaveLength(2);
    const { id, version } = await taskNo('3');
    const send = () =>
      post('task-breakdowns', 'SH-CLERK', { tasks: [{ id, version }], receivers: [XH] }, undefined, {
        'idempotency-key': 'break-down-3-to-XH',
      });
    const first = await send();
    expect(first).toMatchObject({ status: 201 });
    expect(await send()).toMatchObject({ status: 201, body: first.body as object });
    expect(await inbox('XH-CLERK')).toHaveLength(3);
  });

  it('goes to those right below only (RECEIVER_UNKNOWN), of tasks being worked (BREAKDOWN_NOT_OPEN), by the office itself', async () => {
    expect(await breakDown(['4'], [{ code: 'HPSFJ' }])).toMatchObject(refused(400, 'RECEIVER_UNKNOWN'));
    const { id, version } = await taskNo('4');
    const body = { tasks: [{ id, version }], receivers: [HP] };
    expect(await post('task-breakdowns', 'JS-CLERK', { ...body, receivers: [{ code: 'SH' }] })).toMatchObject(
      refused(403, 'OTHER_JURISDICTION'),
    );
    expect(await post('task-breakdowns', 'HP-CLERK', body)).toMatchObject({ status: 400 });
    const stale = { ...body, tasks: [{ id, version: version + 1 }] };
    expect(await post('task-breakdowns', 'SH-CLERK', stale)).toMatchObject(refused(412, 'STALE_VERSION'));
    const approval = { approvalDocument: '某批〔2023〕4号' };
    expect(await post(`tasks/${id}/suspend`, 'SH-CLERK', approval, version)).toMatchObject({ status: 200 });
    expect(await breakDown(['4'], [HP])).toMatchObject(refused(409, 'BREAKDOWN_NOT_OPEN'));
  });

  it('shows a district its own only; the neighbour’s is not there (BREAKDOWN_NOT_FOUND)', async () => {
    const [neighbours] = await inbox('XH-CLERK');
    expect(await get(`task-breakdowns/${neighbours!.id}`, 'HP-CLERK')).toMatchObject(
      refused(404, 'BREAKDOWN_NOT_FOUND'),
    );
    expect(await post(`task-breakdowns/${neighbours!.id}/accept`, 'HP-CLERK', {}, 1)).toMatchObject(
      refused(404, 'BREAKDOWN_NOT_FOUND'),
    );
    expect(await post(`task-breakdowns/${neighbours!.id}/accept`, 'SH-CLERK', {}, 1)).toMatchObject(
      refused(403, 'OTHER_JURISDICTION'),
    );
    expect(await inbox('SH-CLERK')).toEqual([]);
    expect(await inbox('SH-CLERK', '&side=GIVEN')).toHaveLength(5);
    expect(await inbox('HP-LEADER')).toHaveLength(2);
    const desk = await get('workbench', 'HP-CLERK');
    expect(JSON.stringify(desk.body)).toContain('上级交办待接收、待分派');
    const ledgers = await get('ledgers?jurisdiction=HP', 'SH-CLERK');
    expect(ledgers.body.items).toMatchObject([
      { code: 'HP-KT-2023', owner: { code: 'HPSFJ', jurisdiction: { code: 'HP', name: '黄区人民政府' } } },
    ]);
    const tasks = await get('tasks?jurisdiction=SH', 'SH-CLERK');
    expect((tasks.body.items as unknown[]).length).toBe(4);
    expect(await get('session', 'HP-CLERK')).toMatchObject({ body: { jurisdiction: { code: 'HP' } } });
  });

  let received: NonNullable<Handed['received']>;

  it('is accepted and assigned in one step, and is a task of the district’s own ledger, issued at once', async () => {
    const own = await numbered('HP-CLERK', '1');
    const wish = { lead: ['HPSFJ'], support: ['HPCZJ'] };
    const past = { ...wish, deadline: '11月底前' };
    const url = `task-breakdowns/${own.id}/assign`;
    expect(await post(url, 'HP-CLERK', past, own.version)).toMatchObject(
      refused(400, 'PAST_SUPERIOR_DEADLINE'),
    );
    expect(await post(url, 'HP-CLERK', { ...wish, deadline: '随缘' }, own.version)).toMatchObject(
      refused(409, 'TASK_NOT_READY'),
    );
    expect(await post(url, 'HP-CLERK', { ...wish, lead: ['SHSFJ'] }, own.version)).toMatchObject({
      status: 400,
    });
    const former = { ...wish, ledger: await draftOf2022(test, 'HP-CLERK') };
    expect(await post(url, 'HP-CLERK', former, own.version)).toMatchObject(
      refused(400, 'LEDGER_OF_OTHER_YEAR'),
    );
    const done = await post(url, 'HP-CLERK', { ...wish, deadline: '9月底前' }, own.version);
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'ASSIGNED', received: { ledgerCode: 'HP-KT-2023' } },
    });
    received = done.body.received as typeof received;
    const task = await get(`tasks/${received.id}`, 'HP-CLERK');
    expect(task.body).toMatchObject({
      number: '2',
      title: '全市执法清单编制',
      indicator: '制度建设 / 清单',
      dueOn: '2023-09-30',
      state: 'ASSIGNED',
      target: { value: 20, unit: '件' },
      stateReason: '沪市司法局下达',
    });
    expect(await get('tasks?q=全市执法清单编制', 'HPCZJ-LIAISON')).toMatchObject({
      body: { items: [{ number: '2' }] },
    });
    expect(await post(url, 'HP-CLERK', wish, own.version + 1)).toMatchObject(
      refused(409, 'DEED_NOT_ALLOWED'),
    );
  });

  it('keeps what the city determined: not divided, not cancelled, not later (KEPT_BY_SUPERIOR)', async () => {
    const { body: task } = await get(`tasks/${received.id}`, 'HP-CLERK');
    const approval = { approvalDocument: '某批〔2023〕3号' };
    const parts = [
      { title: '前', lead: ['HPSFJ'] },
      { title: '后', lead: ['HPCZJ'] },
    ];
    const deed = (verb: string, body: object) =>
      post(`tasks/${received.id}/${verb}`, 'HP-CLERK', body, task.version as number);
    expect(await deed('split', { ...approval, parts })).toMatchObject(refused(409, 'KEPT_BY_SUPERIOR'));
    expect(await deed('cancel', approval)).toMatchObject(refused(409, 'KEPT_BY_SUPERIOR'));
    const ask = (newDueOn: string) =>
      post(
        `tasks/${received.id}/extension-requests`,
        'HPSFJ-LIAISON',
        { newDueOn, reason: '方案调整', progressSoFar: '已起草' },
        task.version as number,
      );
    expect(await ask('2023-11-01')).toMatchObject(refused(409, 'EXTENSION_PAST_SUPERIOR'));
    expect(await ask('2023-10-31')).toMatchObject({ status: 201 });
    const city = await taskNo('1');
    const whole = { ...approval, parts: parts.map((part) => ({ ...part, lead: ['SHSFJ'] })) };
    expect(await post(`tasks/${city.id}/split`, 'SH-CLERK', whole, city.version)).toMatchObject(
      refused(409, 'TASK_BROKEN_DOWN'),
    );
  });

  it('is returned with a reason and may be handed down again; withdrawn only while nobody took it on', async () => {
    const own = await numbered('HP-CLERK', '2');
    const accepted = await post(`task-breakdowns/${own.id}/accept`, 'HP-CLERK', {}, own.version);
    expect(accepted).toMatchObject({ status: 200, body: { state: 'ACCEPTED', stateLabel: '待分派' } });
    const reason = { reason: '不属本区职责' };
    const { version } = accepted.body as Handed;
    expect(await post(`task-breakdowns/${own.id}/withdraw`, 'SH-CLERK', reason, version)).toMatchObject(
      refused(409, 'DEED_NOT_ALLOWED'),
    );
    expect(await post(`task-breakdowns/${own.id}/withdraw`, 'HP-CLERK', reason, version)).toMatchObject(
      refused(403, 'OTHER_JURISDICTION'),
    );
    expect(
      await post(`task-breakdowns/${own.id}/return`, 'HP-CLERK', { reason: ' ' }, version),
    ).toMatchObject(refused(400, 'REASON_REQUIRED'));
    expect(await post(`task-breakdowns/${own.id}/return`, 'HP-CLERK', reason, version)).toMatchObject({
      status: 200,
      body: { state: 'RETURNED', reason: '不属本区职责' },
    });
    expect(await breakDown(['2'], [HP])).toMatchObject({ status: 201, body: { items: [{ id: own.id }] } });
    const again = await numbered('HP-CLERK', '2');
    expect(again).toMatchObject({ id: own.id, state: 'PENDING', reason: '' });
    const back = await post(
      `task-breakdowns/${own.id}/withdraw`,
      'SH-CLERK',
      { reason: '误发' },
      again.version,
    );
    expect(back).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await breakDown(['2'], [HP])).toMatchObject({ status: 201 });
  });

  it('goes into a ledger begun for it where the district has none of that year, and waits there for issue', async () => {
    const own = await numbered('XH-CLERK', '1');
    const url = `task-breakdowns/${own.id}/assign`;
    expect(await post(url, 'XH-CLERK', { lead: ['XHSFJ'], ledger: 'HP-KT-2023' }, own.version)).toMatchObject(
      { status: 404 },
    );
    const done = await post(url, 'XH-CLERK', { lead: ['XHSFJ'] }, own.version);
    expect(done).toMatchObject({ status: 200, body: { received: { ledgerCode: 'XH-KT-2023' } } });
    const { id } = (done.body as Handed).received!;
    expect((await get(`tasks/${id}`, 'XH-CLERK')).body).toMatchObject({
      state: 'REGISTERED',
      dueOn: '2023-10-31',
    });
  });

  it('goes on from province to city to district', async () => {
    await issueIn(test, 'JS-CLERK', [['1', '省级', '清单', '全省清理', '省司法厅', '', '11月底前']]);
    const { body } = await get('tasks?limit=100&ledger=JS-KT-2023', 'JS-CLERK');
    const [{ id, version }] = body.items as [{ id: string; version: number }];
    const made = await post('task-breakdowns', 'JS-CLERK', {
      tasks: [{ id, version }],
      receivers: [{ code: 'SH' }],
    });
    expect(made).toMatchObject({ status: 201 });
    const [given] = made.body.items as [Handed];
    const taken = await post(
      `task-breakdowns/${given.id}/assign`,
      'SH-CLERK',
      { lead: ['SHSFJ'] },
      given.version,
    );
    expect(taken).toMatchObject({ status: 200 });
    const { number } = (taken.body as Handed).received!;
    expect(await breakDown([number], [HP])).toMatchObject({ status: 201 });
    expect(await numbered('HP-CLERK', number)).toMatchObject({ title: '全省清理', office: '沪市司法局' });
    expect(await inbox('JS-CLERK', `&side=GIVEN&task=${id}`)).toHaveLength(1);
  });

  it('follows the city: a later deadline reaches the districts, a cancelled task frees them (SUPERIOR_CANCELLED)', async () => {
    const city = await taskNo('3');
    const sent = await breakDown(['3'], [HP]);
    expect(sent).toMatchObject({ status: 201 });
    const [own] = sent.body.items as [Handed];
    const accepted = await post(`task-breakdowns/${own.id}/accept`, 'HP-CLERK', {}, own.version);
    const approval = { approvalDocument: '某批〔2023〕9号' };
    const later = { newDueOn: '2023-12-15', reason: '验收推迟', progressSoFar: '已部署' };
    const asked = await post(`tasks/${city.id}/extension-requests`, 'SHSFJ-LIAISON', later, city.version);
    const [request] = asked.body.extensionRequests as [Handed];
    const grant = `tasks/${city.id}/extension-requests/${request.id}/approve`;
    expect(await post(grant, 'SH-DIRECTOR', {}, request.version)).toMatchObject({ status: 200 });
    expect(await numbered('HP-CLERK', '3')).toMatchObject({ dueOn: '2023-12-15' });
    const now = await taskNo('3');
    expect(await post(`tasks/${city.id}/cancel`, 'SH-CLERK', approval, now.version)).toMatchObject({
      status: 200,
    });
    expect(await numbered('XH-CLERK', '3')).toMatchObject({ state: 'WITHDRAWN' });
    const freed = await numbered('HP-CLERK', '3');
    expect(freed).toMatchObject({ state: 'ACCEPTED', releasedOn: '2023-01-10' });
    expect(freed.version).toBe((accepted.body as Handed).version + 2);
    expect(
      await post(`task-breakdowns/${own.id}/assign`, 'HP-CLERK', { lead: ['HPSFJ'] }, freed.version),
    ).toMatchObject(refused(409, 'SUPERIOR_CANCELLED'));
  });

  it('rolls up: where each district stands, by its last frozen month and today, in figures and a sentence', async () => {
    const signed = await get(`tasks/${received.id}`, 'HP-CLERK');
    for (const { department, version } of signed.body.assignments as Part[]) {
      const liaison = `${department.code}-LIAISON`;
      expect(await post(`tasks/${received.id}/sign`, liaison, {}, version)).toMatchObject({ status: 200 });
    }
    await test.holdDay('2023-01-31');
    const freeze = { ledger: signed.body.ledgerId as string, month: '2023-01' };
    expect(await post('rounds/freeze', 'HP-CLERK', freeze)).toMatchObject({ status: 200 });
    await test.holdDay('2023-10-20', '10:00');
    await reportAccepted(signed.body.ledgerId as string);
    const city = await taskNo('1');
    const { body, status } = await get(`tasks/${city.id}/roll-up`, 'SH-CLERK');
    expect(status).toBe(200);
    expect(body.totals).toEqual({
      receivers: 2, pending: 0, accepted: 0, assigned: 2, returned: 0,
      green: 0, yellow: 0, red: 1, done: 0, grey: 0, unjudged: 1, overdue: 1, averageProgress: 30,
    }); // prettier-ignore
    expect(body.lines).toMatchObject([
      {
        breakdown: { state: 'ASSIGNED', receiver: { code: 'HP' } },
        task: { id: received.id, ledgerCode: 'HP-KT-2023', stateLabel: '承办', dueOn: '2023-09-30' },
        today: { light: 'RED', overdueDays: 20, verifiedProgress: 60 },
        frozen: { month: '2023-01', light: 'YELLOW' },
        report: { month: '2023-10', text: '已编制二十件中的十二件', verifiedProgress: 60 },
      },
      {
        breakdown: { receiver: { code: 'XH' } },
        task: { state: 'REGISTERED' },
        today: { light: null },
        frozen: null,
      },
    ]);
    expect(body.statement).toBe(
      '本任务下达 2 个下辖市、区，已分派 2 个；截至 2023-10-20，红灯 1 个（黄区人民政府）；逾期 1 个（黄区人民政府）；平均核定进度 30%。',
    );
    expect(body.candidates).toEqual([]);
    expect(await get(`tasks/${city.id}/roll-up`, 'SHSFJ-LIAISON')).toMatchObject({
      body: { totals: { red: 1 } },
    });
    const lower = await get(`tasks/${received.id}/roll-up`, 'HPSFJ-LIAISON');
    expect(lower).toMatchObject({
      status: 200,
      body: { origin: { office: '沪市司法局', dueOn: '2023-10-31' }, lines: [] },
    });
    expect(await get(`tasks/${received.id}/roll-up`, 'XH-CLERK')).toMatchObject(
      refused(404, 'TASK_NOT_FOUND'),
    );
    expect(await get(`tasks/${city.id}/roll-up`, 'HP-CLERK')).toMatchObject(refused(404, 'TASK_NOT_FOUND'));
  });

  /** October's report of the district's lead is written and accepted at 60 %. */
  async function reportAccepted(ledgerId: string): Promise<void> {
    const job = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(job, monthSlot(ledgerId, '2023-10'), false);
    const { body } = await get('reports?month=2023-10&limit=100', 'HPSFJ-LIAISON');
    const form = (body.items as { id: string; taskId: string; version: number }[]).find(
      ({ taskId }) => taskId === received.id,
    )!;
    const said = { text: '已编制二十件中的十二件', claimedProgress: 60 };
    const sent = await post(`reports/${form.id}/submit`, 'HPSFJ-LIAISON', said, form.version);
    expect(sent).toMatchObject({ status: 200 });
    const { version } = sent.body as Handed;
    const verified = { verifiedProgress: 60 };
    expect(await post(`reports/${form.id}/accept`, 'HP-CLERK', verified, version)).toMatchObject({
      status: 200,
    });
  }

  async function numbered(as: string, number: string): Promise<Handed> {
    const all = (await inbox(as)) as (Handed & { number: string })[];
    return all.find((item) => item.number === number) as Handed;
  }
});
