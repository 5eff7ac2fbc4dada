import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { LedgerReader } from '../../src/features/ledger/ledger.reader.js';
import { ReportingReader } from '../../src/features/reporting/reporting.reader.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { archiveFaults } from '../support/archive-faults.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf, toldOf, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '季度通报', '区教育局', '', '每季度末前'],
];
const SFJ = 'SFJ-LIAISON';
const JYJ = 'JYJ-LIAISON';

describe.each(DATABASES)('closing a task on %s', (name) => {
  let test: TestApp;
  let taskId: string;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    const ledgerId = await issuedLedger(test, ROWS);
    taskId = (await taskOf(test, '1')).id as string;
    const job = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(job, monthSlot(ledgerId, '2023-01'), false);
  });
  afterAll(() => test.close());

  const code = (response: TestResponse) => [response.status, response.body.code];
  const ask = (as: string, body: object, id = taskId) =>
    test.request('POST', `/api/v1/tasks/${id}/close-out-requests`, { as, body });
  const act = (id: string, deed: string, as: string, version: number, body: object = {}) =>
    test.request('POST', `/api/v1/tasks/${taskId}/close-out-requests/${id}/${deed}`, { as, version, body });
  const outcomes = async () =>
    (await toldOf(test, 'closeout.decided')).map((told) => (told as { outcome: string }).outcome);
  /** What the ledger has made of it. */
  const task = async () => {
    await workOutbox(test);
    return test.app.get(LedgerReader).task(taskId);
  };

  it('is asked for by the first lead, with a statement, and not over a silent support without explanation', async () => {
    expect(code(await ask('CZJ-LIAISON', { statement: '已完成' }))).toEqual([403, 'FIRST_LEAD_ONLY']);
    expect(code(await ask(JYJ, { statement: '已完成' }))).toEqual([404, 'TASK_NOT_FOUND']);
    expect(code(await ask(SFJ, { statement: ' ' }))).toEqual([400, 'STATEMENT_MISSING']);
    const silent = await ask(SFJ, { statement: '清单已公布' });
    expect(silent).toMatchObject({
      status: 409,
      body: { code: 'SUPPORTS_SILENT', details: { departments: [expect.stringContaining('财政局')] } },
    });
    const asked = await ask(SFJ, { statement: '清单已公布', silenceExplanation: '财政部分已并入本局清单' });
    expect(asked).toMatchObject({
      status: 201,
      body: {
        state: 'SUBMITTED',
        silentSupports: ['CZJ'],
        silenceExplanation: '财政部分已并入本局清单',
        openMilestones: [],
        requestedOn: '2023-01-12',
        requestedBy: SFJ,
        version: 1,
      },
    });
    expect(await task()).toMatchObject({ state: 'CLOSE_REQUESTED', closeRequestedOn: '2023-01-12' });
    expect(code(await ask(SFJ, { statement: '再次申请', silenceExplanation: '同前' }))).toEqual([
      409,
      'CLOSE_OUT_PENDING',
    ]);
  });

  it('is shown to whoever has a part in the task, and to nobody else', async () => {
    const url = `/api/v1/tasks/${taskId}/close-out-requests`;
    const shown = await test.request('GET', url, { as: 'CZJ-HEAD' });
    expect(shown.body.items).toHaveLength(1);
    const { id } = shown.body.items[0];
    expect((await test.request('GET', `${url}/${id}`, { as: CLERK })).headers['etag']).toBe('"1"');
    const hidden = await test.request('GET', `${url}/${id}`, { as: JYJ });
    const none = await test.request('GET', '/api/v1/tasks/none/close-out-requests/none', { as: JYJ });
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual(none.body);
    const other = await taskOf(test, '2');
    const through = await test.request('GET', `/api/v1/tasks/${other.id}/close-out-requests/${id}`, { as: CLERK });
    expect(code(through)).toEqual([404, 'CLOSE_OUT_NOT_FOUND']);
  }); // prettier-ignore

  it('is withdrawn before review, asked for again and returned with a reason', async () => {
    const [{ id }] = (await test.request('GET', `/api/v1/tasks/${taskId}/close-out-requests`, { as: SFJ })).body.items;
    expect(code(await act(id, 'withdraw', 'CZJ-LIAISON', 1))).toEqual([403, 'FIRST_LEAD_ONLY']);
    expect((await act(id, 'withdraw', SFJ, 1)).body).toMatchObject({ state: 'WITHDRAWN', decidedBy: SFJ });
    expect(await task()).toMatchObject({ state: 'IN_PROGRESS', closeRequestedOn: null });

    // A support that has reported once is silent no more.
    const [form] = (await test.request('GET', '/api/v1/reports?department=CZJ', { as: CLERK })).body.items;
    const reported = await test.request('POST', `/api/v1/reports/${form.id}/submit`, {
      as: 'CZJ-LIAISON',
      version: 1,
      body: { text: '本局事项已报牵头单位' },
    });
    expect(reported.status).toBe(200);
    const again = await ask(SFJ, { statement: '清单已公布' });
    expect(again.body).toMatchObject({ ordinal: 2, silentSupports: [] });
    await task();
    await test.holdDay('2023-01-16');
    expect(code(await act(again.body.id, 'return', CLERK, 1, { reason: ' ' }))).toEqual([400, 'REASON_REQUIRED']);
    const returned = await act(again.body.id, 'return', CLERK, 1, { reason: '缺少公布网页' });
    expect(returned.body).toMatchObject({ state: 'RETURNED', decisionReason: '缺少公布网页', decidedOn: '2023-01-16' });
    // Four days of review, from 12 to 16 January, are not the department's.
    expect(await task()).toMatchObject({ state: 'IN_PROGRESS', daysInReview: 4 });
  }); // prettier-ignore

  it('is verified by the clerk, then approved by the director; the task is closed', async () => {
    const { id } = (await ask(SFJ, { statement: '清单和网页均已补齐' })).body;
    expect(code(await act(id, 'approve', DIRECTOR, 1))).toEqual([409, 'DEED_NOT_ALLOWED']);
    expect(code(await act(id, 'verify', DIRECTOR, 1))).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect((await act(id, 'verify', CLERK, 1)).body).toMatchObject({ state: 'VERIFIED', verifiedBy: CLERK });
    expect(code(await act(id, 'verify', CLERK, 1))).toEqual([412, 'STALE_VERSION']);
    expect(code(await act(id, 'withdraw', SFJ, 2))).toEqual([409, 'DEED_NOT_ALLOWED']);
    expect(code(await act(id, 'return', CLERK, 2, { reason: '再核' }))).toEqual([403, 'DIRECTOR_ONLY']);
    expect(await task()).toMatchObject({ state: 'VERIFIED' });
    expect((await act(id, 'approve', DIRECTOR, 2)).body).toMatchObject({ state: 'APPROVED', decidedBy: DIRECTOR });
    expect(await task()).toMatchObject({
      state: 'CLOSED',
      closedOn: '2023-01-16',
      assignments: [{ state: 'DONE' }, { state: 'DONE' }],
    });
    expect(await outcomes()).toEqual([
      'REQUESTED', 'WITHDRAWN', 'REQUESTED', 'RETURNED', 'REQUESTED', 'VERIFIED', 'APPROVED',
    ]);
    expect(code(await ask(SFJ, { statement: '再次申请' }))).toEqual([409, 'CLOSE_OUT_TASK_STATE']);
    const known = await test.app.get(ReportingReader).closeRequests([taskId]);
    expect(known.get(taskId)).toMatchObject({ state: 'APPROVED', decidedOn: '2023-01-16' });
  }); // prettier-ignore

  it('owes nothing any more: a closed task has no missing report', async () => {
    const { ledgerId } = await taskOf(test, '1');
    const url = `/api/v1/reports/missing?ledger=${ledgerId}&month=2023-01`;
    const { body } = await test.request('GET', url, { as: CLERK });
    expect(body.items.map((item: { taskNumber: string }) => item.taskNumber)).toEqual(['2']);
  });

  it('over periods not marked done needs a word about them', async () => {
    const { id } = await taskOf(test, '2');
    const refused = await ask(JYJ, { statement: '通报均已印发' }, id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'MILESTONES_OPEN' } });
    expect(refused.body.details.labels).toHaveLength(4);
    const asked = await ask(JYJ, { statement: '通报均已印发', milestoneExplanation: '全年并为一期' }, id);
    expect(asked).toMatchObject({ status: 201, body: { milestoneExplanation: '全年并为一期' } });
    expect(asked.body.openMilestones).toHaveLength(4);
  });

  it('leaves an audit trail that its tables fit, to the last task', async () => {
    expect(await archiveFaults(test)).toEqual({ faults: [], seals: 1 });
  });
});
