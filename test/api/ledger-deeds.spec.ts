import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { archiveFaults } from '../support/archive-faults.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
  ['3', '依法行政', '监督', '案卷评查', '区司法局', '各街道', '11月底前'],
  ['4', '依法行政', '监督', '每月通报', '区财政局', '', '每月底前'],
  ['5', '依法行政', '监督', '专项检查', '区教育局', '有关部门', '9月底前'],
  ['6', '依法行政', '监督', '分级分类', '区司法局', '', '12月底前'],
];

describe.each(DATABASES)('what happens to tasks on %s', (name) => {
  let test: TestApp;
  const post = (url: string, as: string, version: number, body: object = {}) =>
    test.request('POST', `/api/v1/tasks/${url}`, { as, version, body });

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    await issuedLedger(test, ROWS);
  });
  afterAll(() => test.close());

  it('gives a recurring task its periods and the last day of the year, a group its streets', async () => {
    const monthly = await taskOf(test, '4');
    expect(monthly).toMatchObject({ cadence: 'MONTHLY', dueOn: '2023-12-31' });
    expect(monthly.milestones).toHaveLength(12);
    expect(monthly.milestones[0]).toMatchObject({
      kind: 'OCCURRENCE',
      period: '2023-01',
      dueOn: '2023-01-31',
    });
    const streets = (await taskOf(test, '3')).assignments.filter(
      (part: { viaGroup: string | null }) => part.viaGroup,
    );
    expect(streets).toHaveLength(10);
    expect(streets[0]).toMatchObject({ role: 'SUPPORT', viaGroup: 'ALL_STREETS', state: 'ISSUED' });
  });

  it('shows a department only the tasks it has a part in; a foreign one is like none', async () => {
    const list = await test.request('GET', '/api/v1/tasks', { as: 'CZJ-LIAISON' });
    expect(list.body.items.map((task: { number: string }) => task.number)).toEqual(['1', '4']);
    const foreign = await taskOf(test, '6');
    const hidden = await test.request('GET', `/api/v1/tasks/${foreign.id}`, { as: 'CZJ-LIAISON' });
    const none = await test.request('GET', '/api/v1/tasks/none', { as: 'CZJ-LIAISON' });
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual(none.body);
  });

  it('pages, filters and sorts the list, and refuses a made-up cursor or sort', async () => {
    const first = await test.request('GET', '/api/v1/tasks?limit=4&sort=-due', { as: CLERK });
    expect(first.body.items).toHaveLength(4);
    const rest = await test.request('GET', `/api/v1/tasks?limit=4&sort=-due&after=${first.body.next}`, {
      as: CLERK,
    });
    const dues = [...first.body.items, ...rest.body.items].map((task: { dueOn: string }) => task.dueOn);
    expect(dues).toEqual(dues.toSorted().toReversed());
    expect(dues).toHaveLength(6);
    expect(rest.body.next).toBeNull();
    const filtered = await test.request('GET', '/api/v1/tasks?department=CZJ&dueTo=2023-06-30&q=清单', {
      as: CLERK,
    });
    expect(filtered.body.items).toMatchObject([{ number: '1', lead: { code: 'SFJ' } }]);
    const branch = await test.request(
      'GET',
      `/api/v1/tasks?indicator=${encodeURIComponent('依法行政 / 监督')}`,
      { as: CLERK },
    );
    expect(branch.body.items).toHaveLength(4);
    expect((await test.request('GET', '/api/v1/tasks?after=abc', { as: CLERK })).body.code).toBe(
      'CURSOR_INVALID',
    );
    expect((await test.request('GET', '/api/v1/tasks?sort=title', { as: CLERK })).body.code).toBe(
      'REQUEST_INVALID',
    );
  });

  it('is worked once its first lead has signed, whatever the supports do', async () => {
    const task = await taskOf(test, '1');
    const [lead, support] = task.assignments;
    const foreign = await post(`${task.id}/sign`, 'CZJ-LIAISON', support.version, { department: 'SFJ' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'NOT_YOUR_DEPARTMENT' } });
    const supported = await post(`${task.id}/sign`, 'CZJ-LIAISON', support.version);
    expect(supported.body).toMatchObject({
      state: 'ASSIGNED',
      assignments: [{ state: 'ISSUED' }, { state: 'IN_PROGRESS' }],
    });
    const signed = await post(`${task.id}/sign`, 'SFJ-LIAISON', lead.version);
    expect(signed.body).toMatchObject({
      state: 'IN_PROGRESS',
      assignments: [{ signedOn: '2023-01-12' }, {}],
    });
    expect((await post(`${task.id}/sign`, 'SFJ-LIAISON', lead.version)).status).toBe(412);
    expect((await post(`${task.id}/sign`, 'SFJ-LIAISON', lead.version + 1)).body.code).toBe(
      'DEED_NOT_ALLOWED',
    );
  });

  it('lets a support say that its part is done, once and with words; a first lead closes the task instead', async () => {
    const { id, assignments } = await taskOf(test, '3');
    const street = assignments.find((part: { viaGroup: string | null }) => part.viaGroup);
    const as = `${street.department.code}-LIAISON`;
    const complete = (who: string, version: number, statement: string) =>
      post(`${id}/complete-part`, who, version, { statement });
    expect((await complete(as, street.version, '已完成')).body.code).toBe('DEED_NOT_ALLOWED');
    await post(`${id}/sign`, as, street.version);
    expect((await complete(as, street.version + 1, ' ')).body.code).toBe('REASON_REQUIRED');
    const done = await complete(as, street.version + 1, '已完成');
    expect(done.status).toBe(200);
    const states = done.body.assignments.map((part: { id: string; state: string }) => [part.id, part.state]);
    expect(new Map(states).get(street.id)).toBe('DONE');
    expect((await complete(as, street.version + 2, '已完成')).body.code).toBe('DEED_NOT_ALLOWED');
    const lead = await complete('SFJ-LIAISON', assignments[0].version, '已完成');
    expect(lead).toMatchObject({ status: 409, body: { code: 'FIRST_LEAD_CLOSES' } });
  });

  it('can be disputed with a reason; the office upholds it or gives it to another', async () => {
    const task = await taskOf(test, '2');
    const [lead] = task.assignments;
    expect((await post(`${task.id}/object`, 'SFJ-LIAISON', lead.version, { reason: ' ' })).body.code).toBe(
      'REASON_REQUIRED',
    );
    const objected = await post(`${task.id}/object`, 'SFJ-LIAISON', lead.version, {
      reason: '合同由财政局主管',
    });
    expect(objected.body).toMatchObject({ state: 'OBJECTED', assignments: [{ state: 'OBJECTED' }] });
    const upheld = await post(`${task.id}/decide-objection`, CLERK, objected.body.version, {
      department: 'SFJ',
      reason: '三定方案已明确',
    });
    expect(upheld.body).toMatchObject({ state: 'ASSIGNED', assignments: [{ state: 'ISSUED' }] });
    const again = await post(`${task.id}/object`, 'SFJ-LIAISON', upheld.body.assignments[0].version, {
      reason: '仍有异议',
    });
    const moved = await post(`${task.id}/reassign`, CLERK, again.body.version, {
      lead: ['CZJ'],
      support: ['SFJ'],
      reason: '采纳',
    });
    expect(moved.body).toMatchObject({ state: 'ASSIGNED', stateReason: '采纳' });
    const parts = moved.body.assignments.map(
      (part: { department: { code: string }; isFirstLead: boolean; state: string }) => [
        part.department.code,
        part.isFirstLead,
        part.state,
      ],
    );
    expect(parts).toEqual([
      ['CZJ', true, 'ISSUED'],
      ['SFJ', false, 'ISSUED'],
    ]);
  });

  it('keeps a withdrawn part on record when a task is reassigned', async () => {
    const task = await taskOf(test, '1');
    expect(
      (await post(`${task.id}/reassign`, CLERK, task.version, { lead: ['NOBODY'], reason: '试' })).body.code,
    ).toBe('DEPARTMENTS_UNKNOWN');
    const moved = await post(`${task.id}/reassign`, CLERK, task.version, {
      lead: ['SFJ'],
      reason: '财政局不再配合',
    });
    expect(moved.body.assignments).toMatchObject([
      { state: 'IN_PROGRESS', isFirstLead: true },
      { state: 'WITHDRAWN' },
    ]);
    const audit = await test.db.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM audit_event WHERE operation = 'ledger.reassign' AND actor = ?`,
      [CLERK],
    );
    expect(Number(audit[0]?.n)).toBe(2);
  });

  it('completes an open list once', async () => {
    const task = await taskOf(test, '5');
    expect(task.openEnded).toBe(true);
    const done = await post(`${task.id}/complete-list`, CLERK, task.version, { support: ['SFJ', 'CZJ'] });
    expect(done.body).toMatchObject({ openEnded: false });
    expect(done.body.assignments.map((part: { isFirstLead: boolean }) => part.isFirstLead)).toEqual([
      true,
      false,
      false,
    ]);
    const again = await post(`${task.id}/complete-list`, CLERK, done.body.version, { support: ['CZJ'] });
    expect(again).toMatchObject({ status: 409, body: { code: 'NOT_OPEN_ENDED' } });
  });

  it('is divided into parts that keep its number, never past its deadline', async () => {
    const task = await taskOf(test, '6');
    const parts = [
      { title: '分级', lead: ['SFJ'], deadline: '6月底前' },
      { title: '分类', lead: ['CZJ'] },
    ];
    const approvalDocument = '办字1号';
    const late = [parts[0], { title: '分类', lead: ['CZJ'], deadline: '2024年1月底前' }];
    expect(
      (await post(`${task.id}/split`, CLERK, task.version, { parts: late, approvalDocument })).body.code,
    ).toBe('SPLIT_PAST_ORIGINAL');
    expect(
      (await post(`${task.id}/split`, CLERK, task.version, { parts: parts.slice(1), approvalDocument })).body
        .code,
    ).toBe('SPLIT_PARTS_TOO_FEW');
    expect(
      (await post(`${task.id}/split`, CLERK, task.version, { parts, approvalDocument: '' })).body.code,
    ).toBe('APPROVAL_DOCUMENT_MISSING');
    const split = await post(`${task.id}/split`, CLERK, task.version, { parts, approvalDocument });
    expect(split.body).toMatchObject({ state: 'MERGED', mergedInto: '6.1', stateReason: approvalDocument });
    const second = await taskOf(test, '6.2');
    expect(second).toMatchObject({
      state: 'ASSIGNED',
      title: '分类',
      dueOn: '2023-12-31',
      indicator: '依法行政 / 监督',
    });
    expect(second.assignments).toMatchObject([
      { department: { code: 'CZJ' }, isFirstLead: true, state: 'ISSUED' },
    ]);
    expect(
      (await post(`${task.id}/reassign`, CLERK, split.body.version, { lead: ['CZJ'], reason: '试' })).body
        .code,
    ).toBe('TASK_ENDED');
  });

  it('is suspended, taken up again and cancelled, each with its paper', async () => {
    const task = await taskOf(test, '3');
    expect((await post(`${task.id}/suspend`, CLERK, task.version, { approvalDocument: ' ' })).body.code).toBe(
      'APPROVAL_DOCUMENT_MISSING',
    );
    const suspended = await post(`${task.id}/suspend`, CLERK, task.version, { approvalDocument: '批示2号' });
    expect(suspended.body).toMatchObject({ state: 'SUSPENDED', stateSince: '2023-01-12' });
    const resumed = await post(`${task.id}/resume`, CLERK, suspended.body.version, { reason: '条件具备' });
    expect(resumed.body.state).toBe('ASSIGNED');
    const cancelled = await post(`${task.id}/cancel`, CLERK, resumed.body.version, {
      approvalDocument: '批示3号',
    });
    expect(cancelled.body).toMatchObject({ state: 'CANCELLED', stateReason: '批示3号' });
    expect((await post(`${task.id}/cancel`, 'SFJ-LIAISON', 1, { approvalDocument: '试' })).status).toBe(403);
  });

  it('has its periods marked done once, with proof, never ahead of time', async () => {
    const task = await taskOf(test, '4');
    const [january] = task.milestones;
    const url = `${task.id}/milestones/${january.id}/done`;
    expect((await post(url, 'CZJ-LIAISON', 1, { proof: '' })).body.code).toBe('REASON_REQUIRED');
    expect((await post(url, 'CZJ-LIAISON', 1, { proof: '通报', doneOn: '2023-02-01' })).body.code).toBe(
      'DONE_IN_FUTURE',
    );
    expect((await post(url, 'CZJ-LIAISON', 9, { proof: '通报' })).status).toBe(412);
    const done = await post(url, 'CZJ-LIAISON', 1, { proof: '第1期通报' });
    expect(done.body.milestones[0]).toMatchObject({ doneOn: '2023-01-12', proof: '第1期通报' });
    expect((await post(url, CLERK, 2, { proof: '通报' })).body.code).toBe('MILESTONE_DONE');
    const other = await taskOf(test, '1');
    expect(
      (await post(`${other.id}/milestones/${january.id}/done`, CLERK, 1, { proof: '试' })).body.code,
    ).toBe('MILESTONE_NOT_FOUND');
  });

  it('is made by hand with the next number and waits for a supplementary issue', async () => {
    const body = { ledger: 'KT-2023', title: '新增事项', lead: ['CZJ'], deadline: '8月底前' };
    const made = await test.request('POST', '/api/v1/tasks', { as: CLERK, body });
    expect(made).toMatchObject({
      status: 201,
      body: { number: '7', state: 'REGISTERED', dueOn: '2023-08-31' },
    });
    const taken = await test.request('POST', '/api/v1/tasks', { as: CLERK, body: { ...body, number: '7' } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'TASK_NUMBER_TAKEN' } });
    const vague = await test.request('POST', '/api/v1/tasks', {
      as: CLERK,
      body: { ...body, deadline: '尽快' },
    });
    expect(vague).toMatchObject({ status: 409, body: { code: 'TASK_NOT_READY' } });
    const ledger = await test.request('GET', '/api/v1/ledgers/KT-2023', { as: CLERK });
    const issue = { as: CLERK, version: ledger.body.version, body: {} };
    const wrong = await test.request('POST', '/api/v1/ledgers/KT-2023/issue', {
      ...issue,
      body: { issuedOn: '2023-02-01' },
    });
    expect(wrong.body.code).toBe('ISSUE_DATE_DIFFERS');
    expect((await test.request('POST', '/api/v1/ledgers/KT-2023/issue', issue)).status).toBe(200);
    expect(await taskOf(test, '7')).toMatchObject({ state: 'ASSIGNED', assignedOn: '2023-01-12' });
    const idle = await test.request('POST', '/api/v1/ledgers/KT-2023/issue', {
      ...issue,
      version: issue.version + 1,
    });
    expect(idle.body.code).toBe('NOTHING_TO_ISSUE');
  });

  it('keeps the ledger open while a task is', async () => {
    const ledger = await test.request('GET', '/api/v1/ledgers/KT-2023', { as: CLERK });
    const close = await test.request('POST', '/api/v1/ledgers/KT-2023/close', {
      as: CLERK,
      version: ledger.body.version,
    });
    expect(close).toMatchObject({ status: 409, body: { code: 'TASKS_OPEN' } });
  });

  it('leaves an audit trail that its tables fit, to the last task', async () => {
    expect(await archiveFaults(test)).toEqual({ faults: [], seals: 1 });
  });
});
