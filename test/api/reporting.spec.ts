import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { FORMS_JOB, FREEZE_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf, toldOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
  ['3', '依法行政', '监督', '案卷评查', '区教育局', '', '11月底前'],
];
const SFJ = 'SFJ-LIAISON';

describe.each(DATABASES)('monthly reports on %s', (name) => {
  let test: TestApp;
  let ledgerId: string;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledgerId = await issuedLedger(test, ROWS);
  });
  afterAll(() => test.close());

  const openForms = (month: string) => {
    const job = test.app.get(JobRegistry).job(FORMS_JOB);
    return test.app.get(JobRunner).workSlot(job, monthSlot(ledgerId, month), false);
  };
  const list = async (query: string, as = CLERK) =>
    (await test.request('GET', `/api/v1/reports?ledger=${ledgerId}&${query}`, { as })).body.items;
  const reportOf = async (number: string, department: string, month: string) => {
    const items = await list(`month=${month}&department=${department}`);
    return items.find((item: { taskNumber: string }) => item.taskNumber === number);
  };
  const deed = (url: string, as: string, version: number, body: object = {}) =>
    test.request('POST', `/api/v1/reports/${url}`, { as, version, body });
  const code = (response: TestResponse) => [response.status, response.body.code];
  /** Submits and gives the report. */
  const submitted = async (number: string, month: string, body: object) => {
    const form = await reportOf(number, 'SFJ', month);
    const answer = await deed(`${form.id}/submit`, SFJ, form.version, body);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('opens one form per part of an open task, once', async () => {
    expect(await openForms('2023-01')).toBe(true);
    expect(await openForms('2023-01')).toBe(false);
    const forms = await list('month=2023-01');
    expect(forms.map((f: { taskNumber: string; department: { code: string } }) => [f.taskNumber, f.department.code])).toEqual([
      ['1', 'SFJ'], ['1', 'CZJ'], ['2', 'SFJ'], ['3', 'JYJ'],
    ]); // prettier-ignore
    expect(forms[0]).toMatchObject({ state: 'DRAFT', stateLabel: '待报送', isLate: false, version: 1 });
    const result = await test.app.get(RunLedger).resultOf(FORMS_JOB, monthSlot(ledgerId, '2023-01'));
    expect(result).toEqual({ forms: 4 });
  });

  it('shows a department its own reports only; a foreign one is like none', async () => {
    const own = await list('month=2023-01', 'CZJ-HEAD');
    expect(own.map((report: { taskNumber: string }) => report.taskNumber)).toEqual(['1']);
    expect(await list('month=2023-01&department=SFJ', 'CZJ-LIAISON')).toEqual([]);
    const foreign = await reportOf('2', 'SFJ', '2023-01');
    const hidden = await test.request('GET', `/api/v1/reports/${foreign.id}`, { as: 'CZJ-LIAISON' });
    const none = await test.request('GET', '/api/v1/reports/none', { as: 'CZJ-LIAISON' });
    expect(code(hidden)).toEqual([404, 'REPORT_NOT_FOUND']);
    expect(hidden.body).toEqual(none.body);
    expect(code(await deed(`${foreign.id}/submit`, 'CZJ-LIAISON', 1, { text: '代报' }))[0]).toBe(404);
  });

  it('pages through a list without losing or repeating a row', async () => {
    const first = await test.request('GET', `/api/v1/reports?ledger=${ledgerId}&limit=3`, { as: CLERK });
    const rest = await test.request('GET', `/api/v1/reports?limit=3&after=${first.body.next}`, { as: CLERK });
    const ids = [...first.body.items, ...rest.body.items].map((report: { id: string }) => report.id);
    expect(new Set(ids).size).toBe(4);
    expect(rest.body.next).toBeNull();
  });

  it('keeps a draft on the version it was based on, and refuses figures out of range', async () => {
    const form = await reportOf('1', 'SFJ', '2023-01');
    const put = (version: number, body: object, as = SFJ) =>
      test.request('PUT', `/api/v1/reports/${form.id}`, { as, version, body });
    expect(code(await put(1, { claimedProgress: 101 }))).toEqual([400, 'REQUEST_INVALID']);
    expect(code(await put(1, { count: -1 }))).toEqual([400, 'REQUEST_INVALID']);
    expect(code(await put(1, { text: '已摸底' }, CLERK))).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const saved = await put(1, { claimedProgress: 10, text: ' 已摸底 ', count: 3 });
    expect(saved.body).toMatchObject({
      state: 'DRAFT',
      text: '已摸底',
      count: 3,
      version: 2,
      submissions: [],
    });
    expect(code(await put(1, { text: '旧稿' }))).toEqual([412, 'STALE_VERSION']);
    expect((await put(2, { count: null })).body).toMatchObject({
      count: null,
      claimedProgress: 10,
      text: '已摸底',
    });
  });

  it('submits only with text or progress, then takes no more changes until returned', async () => {
    const form = await reportOf('2', 'SFJ', '2023-01');
    expect(code(await deed(`${form.id}/submit`, SFJ, 1, { text: ' ' }))).toEqual([400, 'REPORT_EMPTY']);
    const report = await submitted('2', '2023-01', { text: '方案已定' });
    expect(report).toMatchObject({ state: 'SUBMITTED', submittedOn: '2023-01-12', isLate: false });
    const put = await test.request('PUT', `/api/v1/reports/${form.id}`, {
      as: SFJ,
      version: report.version,
      body: { text: '改' },
    });
    expect(code(put)).toEqual([409, 'REPORT_NOT_EDITABLE']);
    expect(code(await deed(`${form.id}/submit`, SFJ, report.version, {}))).toEqual([409, 'DEED_NOT_ALLOWED']);
    expect(code(await deed(`${form.id}/correct`, CLERK, report.version, { verifiedProgress: 5, reason: '误' }))).toEqual([
      409, 'REPORT_NOT_REVIEWED',
    ]); // prettier-ignore
    // Neither claimed nor verified before: there is no figure to accept.
    expect(code(await deed(`${form.id}/accept`, CLERK, report.version))).toEqual([
      400,
      'VERIFIED_PROGRESS_MISSING',
    ]);
  });

  it('is returned with a reason, submitted again and accepted; every submission is kept', async () => {
    const { id } = await reportOf('2', 'SFJ', '2023-01');
    expect(code(await deed(`${id}/return`, CLERK, 2, { reason: ' ' }))).toEqual([400, 'REASON_REQUIRED']);
    const back = await deed(`${id}/return`, CLERK, 2, { reason: '请补充培训人数' });
    expect(back.body).toMatchObject({
      state: 'RETURNED',
      timesReturned: 1,
      returnedReason: '请补充培训人数',
    });
    // The cut-off of January 2023 is the 20th; who handed in before it is not late for revising after it.
    await test.holdDay('2023-01-28');
    await deed(`${id}/submit`, SFJ, 3, { text: '方案已定，培训 40 人', claimedProgress: 15, count: 40 });
    const accepted = await deed(`${id}/accept`, CLERK, 4, { verifiedProgress: 12 });
    expect(accepted.body).toMatchObject({
      state: 'ACCEPTED',
      isLate: false,
      verifiedProgress: 12,
      reviewedOn: '2023-01-28',
      reviewedBy: CLERK,
      submissions: [
        { ordinal: 1, text: '方案已定', outcome: 'RETURNED', outcomeReason: '请补充培训人数', outcomeOn: '2023-01-12' },
        { ordinal: 2, submittedBy: SFJ, outcome: 'ACCEPTED', verifiedProgress: 12, count: 40 },
      ],
    }); // prettier-ignore
  });

  it('marks 逾期报送 what first comes after the cut-off', async () => {
    expect(await submitted('1', '2023-01', {})).toMatchObject({ isLate: true, submittedOn: '2023-01-28' });
  });

  it('lists what is missing, and lets a department submit several reports or none', async () => {
    const missing = async (as: string) => {
      const { body } = await test.request('GET', `/api/v1/reports/missing?ledger=${ledgerId}&month=2023-01`, { as });
      return body.items.map((item: { taskNumber: string; department: { code: string } }) => [
        item.taskNumber,
        item.department.code,
      ]);
    }; // prettier-ignore
    expect(await missing(CLERK)).toEqual([['1', 'CZJ'], ['3', 'JYJ']]); // prettier-ignore
    expect(await missing('CZJ-LIAISON')).toEqual([['1', 'CZJ']]);
    await test.holdDay('2023-02-10');
    await openForms('2023-02');
    const [one, two] = [await reportOf('1', 'SFJ', '2023-02'), await reportOf('2', 'SFJ', '2023-02')];
    const submit = (second: object) =>
      test.request('POST', '/api/v1/reports/submit', {
        as: SFJ,
        body: {
          reports: [
            { id: one.id, version: 1, text: '按计划推进', claimedProgress: 20 },
            { id: two.id, version: 1, ...second },
          ],
        },
      });
    const refused = await submit({ claimedProgress: 8 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'REPORTS_NOT_SUBMITTED', details: { faults: [{ id: two.id, code: 'PROGRESS_FELL' }] } },
    });
    expect((await reportOf('1', 'SFJ', '2023-02')).state).toBe('DRAFT');
    const done = await submit({ claimedProgress: 8, problems: '培训场地未落实，退回重排' });
    expect(done.body.items).toMatchObject([
      { id: one.id, state: 'SUBMITTED' },
      { id: two.id, state: 'SUBMITTED' },
    ]);
  });

  it('lays a form for a part that came in later, and for nothing else', async () => {
    const created = await test.request('POST', '/api/v1/tasks', {
      as: CLERK,
      body: { ledger: ledgerId, title: '新增检查', lead: ['CZJ'], deadline: '9月底前' },
    });
    expect(created.status).toBe(201);
    const [part] = (await taskOf(test, created.body.number)).assignments;
    const open = (month: string, as = 'CZJ-LIAISON') =>
      test.request('POST', '/api/v1/reports', { as, body: { assignmentId: part.id, month } });
    // Registered, but not yet laid before its department: nothing is owed for it.
    expect(code(await open('2023-02'))).toEqual([409, 'REPORT_NOT_OWED']);
    const ledger = await test.request('GET', `/api/v1/ledgers/${ledgerId}`, { as: CLERK });
    const { version } = ledger.body;
    await test.request('POST', `/api/v1/ledgers/${ledgerId}/issue`, { as: CLERK, version, body: {} });
    const form = await open('2023-02');
    expect(form).toMatchObject({ status: 201, body: { month: '2023-02', state: 'DRAFT' } });
    expect((await open('2023-02')).body.id).toBe(form.body.id);
    expect(code(await open('2023-03'))).toEqual([409, 'MONTH_NOT_OPEN']);
    expect(code(await open('2022-12'))).toEqual([409, 'MONTH_NOT_OPEN']);
    expect(code(await open('2023-02', SFJ))).toEqual([404, 'ASSIGNMENT_NOT_FOUND']);
  }); // prettier-ignore

  it('takes nothing once the freeze has begun; a correction waits for its end and is told once per figure', async () => {
    const runs = test.app.get(RunLedger);
    const accepted = await reportOf('2', 'SFJ', '2023-01');
    const pending = await reportOf('1', 'SFJ', '2023-01');
    const late = await reportOf('3', 'JYJ', '2023-01');
    const before = await deed(`${accepted.id}/correct`, CLERK, accepted.version, { count: 41, reason: '漏记一人' });
    expect(before.body).toMatchObject({ count: 41, verifiedProgress: 12, reviewedOn: '2023-01-28' });
    const version = before.body.version;
    const claim = await runs.claim(FREEZE_JOB, monthSlot(ledgerId, '2023-01'), false);
    const correct = (body: object) => deed(`${accepted.id}/correct`, CLERK, version, body);
    expect(code(await correct({ verifiedProgress: 10, reason: '核减' }))).toEqual([409, 'MONTH_FREEZING']);
    expect(code(await deed(`${late.id}/submit`, 'JYJ-LIAISON', 1, { text: '补报' }))).toEqual([409, 'MONTH_FROZEN']);
    expect(code(await deed(`${pending.id}/accept`, CLERK, pending.version))).toEqual([409, 'MONTH_FROZEN']);
    expect(code(await deed(`${pending.id}/return`, CLERK, pending.version, { reason: '补' }))).toEqual([
      409, 'MONTH_FROZEN',
    ]);
    await test.db.unitOfWork.run(() => runs.done(claim!, {}));
    expect(await toldOf(test, 'report.corrected')).toEqual([]);
    expect(code(await correct({ verifiedProgress: 10, reason: '' }))).toEqual([400, 'REASON_REQUIRED']);
    expect(code(await correct({ verifiedProgress: 12, reason: '核减' }))).toEqual([400, 'NOTHING_TO_CORRECT']);
    expect(code(await deed(`${late.id}/correct`, CLERK, 1, { verifiedProgress: 10, reason: '补' }))).toEqual([
      409, 'REPORT_NOT_CORRECTABLE',
    ]);
    expect((await correct({ verifiedProgress: 10, count: 39, reason: '两人未参加' })).status).toBe(200);
    const key = `report/${accepted.id}/${version + 1}`;
    const told = { ledgerId, month: '2023-01', departmentCode: 'SFJ', reason: '两人未参加', recordedOn: '2023-02-10' };
    expect(await toldOf(test, 'report.corrected')).toMatchObject([
      { ...told, field: 'verifiedProgress', was: '12', now: '10', sourceKey: `${key}/verifiedProgress` },
      { ...told, field: 'count', was: '41', now: '39', sourceKey: `${key}/count` },
    ]);
    // What was still unreviewed at the freeze is taken in by a correction; nothing was verified before it.
    const taken = await deed(`${pending.id}/correct`, CLERK, pending.version, { reason: '冻结时尚未审核' });
    expect(taken.body).toMatchObject({ state: 'ACCEPTED', verifiedProgress: 10, reviewedOn: '2023-02-10' });
    expect((await toldOf(test, 'report.corrected')).at(-1)).toMatchObject({ was: '', now: '10' });
  }); // prettier-ignore
});
