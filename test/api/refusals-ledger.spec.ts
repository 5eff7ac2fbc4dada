import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignTaskService } from '../../src/features/ledger/tasks/assign-task.service.js';
import { DispatchJobs } from '../../src/features/dispatch/dispatch-jobs.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { FREEZE_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { commit, csv, issuedLedger, preview, taskOf } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { actAs } from '../../src/platform/auth/actor-context.js';

const ROW = ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'];
const WISH = { reason: '方案需调整', progressSoFar: '已完成征求意见', newDueOn: '2023-08-31' };

const refused = (status: number, code: string) => ({ status, body: { code } });

describe.each(DATABASES)('a ledger that is not there yet on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await test.holdDay('2023-01-12');
  });
  afterAll(() => test.close());

  it('has no owner while the register is empty (OWNER_DEPARTMENT_UNKNOWN)', async () => {
    await openOffice(test);
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE department SET code = 'GONE' WHERE code = 'SFJ'`),
    );
    const shown = await preview(
      test,
      'ledger.csv',
      csv([['1', '', '', '清单调整', '区财政局', '', '6月底前']]),
    );
    expect(await commit(test, shown.body)).toMatchObject(refused(409, 'OWNER_DEPARTMENT_UNKNOWN'));
    await test.db.unitOfWork.run(() =>
      test.db.write(`UPDATE department SET code = 'SFJ' WHERE code = 'GONE'`),
    );
  });

  it('cannot be issued without a day (ISSUE_DATE_MISSING), nor dispatched before it is (LEDGER_NOT_ISSUED)', async () => {
    const shown = await preview(test, 'ledger.csv', csv([ROW]), 'year=2023');
    const { ledger } = (await commit(test, shown.body)).body;
    const issue = await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, {
      as: CLERK,
      version: ledger.version,
      body: {},
    });
    expect(issue).toMatchObject(refused(400, 'ISSUE_DATE_MISSING'));
    const freeze = await test.request('POST', '/api/v1/rounds/freeze', {
      as: CLERK,
      body: { ledger: ledger.id, month: '2023-01' },
    });
    expect(freeze).toMatchObject(refused(409, 'LEDGER_NOT_ISSUED'));
    const close = await test.request('POST', `/api/v1/ledgers/${ledger.id}/close`, {
      as: CLERK,
      version: ledger.version,
    });
    expect(close).toMatchObject(refused(409, 'LEDGER_STATE'));
  });
});

describe.each(DATABASES)('a ledger at work on %s', (name) => {
  let test: TestApp;
  let ledgerId: string;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledgerId = await issuedLedger(test, [ROW]);
  });
  afterAll(() => test.close());

  const post = (url: string, as: string, version: number, body: object = {}): Promise<TestResponse> =>
    test.request('POST', `/api/v1/tasks/${url}`, { as, version, body });

  it('takes no number twice (IMPORT_NUMBERS_REPEATED)', async () => {
    const rows = ['7', '8'].map((number) => [number, '', '', `宣传${number}`, '区财政局', '', '9月底前']);
    const { id, version } = (await preview(test, 'more.csv', csv(rows))).body;
    const same = await test.request('PATCH', `/api/v1/ledger-imports/${id}/rows/1`, {
      as: CLERK,
      version,
      body: { number: '7' },
    });
    expect(await commit(test, same.body)).toMatchObject({
      status: 409,
      body: { code: 'IMPORT_NUMBERS_REPEATED', details: { numbers: ['7'] } },
    });
  });

  it('mends only rows that the preview has (IMPORT_ROW_NOT_FOUND)', async () => {
    const { id, version } = (
      await preview(test, 'more.csv', csv([['8', '', '', '宣传', '区财政局', '', '9月底前']]))
    ).body;
    const answer = await test.request('PATCH', `/api/v1/ledger-imports/${id}/rows/99`, {
      as: CLERK,
      version,
      body: { title: '宣传' },
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'IMPORT_ROW_NOT_FOUND' } });
  });

  it('answers an objection only where one was made (OBJECTION_NOT_OPEN)', async () => {
    const task = await taskOf(test, '1');
    const answer = await post(`${task.id}/decide-objection`, CLERK, task.version, {
      department: 'SFJ',
      reason: '三定方案已明确',
    });
    expect(answer).toMatchObject(refused(409, 'OBJECTION_NOT_OPEN'));
  });

  it('takes an objection only in its days (OBJECTION_TOO_LATE)', async () => {
    await test.holdDay('2023-01-31');
    const task = await taskOf(test, '1');
    const answer = await post(`${task.id}/object`, 'SFJ-LIAISON', task.assignments[0].version, {
      reason: '合同由财政局主管',
    });
    expect(answer).toMatchObject(refused(409, 'OBJECTION_TOO_LATE'));
  });

  it('gives no task to nobody: over HTTP by the request’s shape, else FIRST_LEAD_MISSING', async () => {
    const task = await taskOf(test, '1');
    const body = { lead: [], reason: '改派' };
    expect((await post(`${task.id}/reassign`, CLERK, task.version, body)).body.code).toBe('REQUEST_INVALID');
    const reassigned = actAs(systemActor('cli', 'test'), () =>
      test.app.get(AssignTaskService).reassign(task.id, { lead: [], support: [], groups: [] }, '改派'),
    );
    await expect(reassigned).rejects.toMatchObject({ kind: 'INVALID', code: 'FIRST_LEAD_MISSING' });
  });

  it('is frozen by one process at a time, and shows nothing before (FREEZE_IN_PROGRESS, MONTH_NOT_FROZEN)', async () => {
    Object.assign(test.app.get(DispatchJobs), { patienceMs: 0 });
    await test.app.get(RunLedger).claim(FREEZE_JOB, monthSlot(ledgerId, '2023-01'), false);
    const freeze = await test.request('POST', '/api/v1/rounds/freeze', {
      as: CLERK,
      body: { ledger: ledgerId, month: '2023-01' },
    });
    expect(freeze).toMatchObject(refused(409, 'FREEZE_IN_PROGRESS'));
    const rounds = await test.request('GET', `/api/v1/rounds?ledger=${ledgerId}`, { as: CLERK });
    const rows = await test.request('GET', `/api/v1/rounds/${rounds.body[0].id}/rows`, { as: CLERK });
    expect(rows).toMatchObject(refused(409, 'MONTH_NOT_FROZEN'));
  });

  it('lengthens no task that has been called off (EXTENSION_TASK_STATE)', async () => {
    const task = await taskOf(test, '1');
    const cancelled = await post(`${task.id}/cancel`, DIRECTOR, task.version, {
      approvalDocument: '区法办批〔2023〕3号',
    });
    expect(cancelled.status).toBe(200);
    const answer = await post(`${task.id}/extension-requests`, 'SFJ-LIAISON', cancelled.body.version, WISH);
    expect(answer).toMatchObject(refused(409, 'EXTENSION_TASK_STATE'));
  });
});
