import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { CLOSEOUT_DECIDED } from '../../src/features/ledger/close-out-decided.topic.js';
import { DEADLINE_CHANGED } from '../../src/features/ledger/deadline-changed.topic.js';
import { LedgerReader } from '../../src/features/ledger/ledger.reader.js';
import { TaskStore } from '../../src/features/ledger/task.store.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { archiveFaults } from '../support/archive-faults.js';
import { DATABASES } from '../support/databases.js';
import { allowTopic, issuedLedger, taskOf, toldOf, workOutbox } from '../support/ledger.js';
import { DIRECTOR, openOffice } from '../support/office.js';

const LEADER = 'QLD-LEADER';
const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
  ['3', '依法行政', '监督', '案卷评查', '区司法局', '区财政局', '12月底前'],
  ['4', '依法行政', '监督', '立行立改事项', '区司法局', '', '3月底前'],
];
const WISH = { reason: '方案需调整', progressSoFar: '已完成征求意见' };

describe.each(DATABASES)('asking for a later deadline on %s', (name) => {
  let test: TestApp;
  const post = (url: string, as: string, version: number, body: object = {}) =>
    test.request('POST', `/api/v1/tasks/${url}`, { as, version, body });

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.app
      .get(ImportPostsService)
      .import(
        Buffer.from(`code,department,kind,holder,email,from,to\n${LEADER},ZFB,LEADER,区领导,,2022-01-01,`),
      );
    allowTopic(test, DEADLINE_CHANGED);
    await test.holdDay('2023-01-12');
    await issuedLedger(test, ROWS);
  });
  afterAll(() => test.close());

  it('is the first lead’s to ask, with reason, progress and a later day', async () => {
    await test.holdDay('2023-06-12');
    const task = await taskOf(test, '1');
    const url = `${task.id}/extension-requests`;
    const wish = { ...WISH, newDueOn: '2023-08-31' };
    expect((await post(url, 'CZJ-LIAISON', task.version, wish)).body.code).toBe('FIRST_LEAD_ONLY');
    expect((await post(url, 'SFJ-LIAISON', task.version, { ...wish, reason: ' ' })).body.code).toBe(
      'EXTENSION_FIELD_MISSING',
    );
    expect(
      (await post(url, 'SFJ-LIAISON', task.version, { ...wish, newDueOn: '2023-06-30' })).body.code,
    ).toBe('EXTENSION_NOT_LATER');
    const noDay = await post(url, 'SFJ-LIAISON', task.version, { ...wish, newDueOn: '2023-09-31' });
    expect(noDay).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect((await post(url, 'SFJ-LIAISON', 99, wish)).status).toBe(412);
    const asked = await post(url, 'SFJ-LIAISON', task.version, wish);
    expect(asked).toMatchObject({
      status: 201,
      body: {
        dueOn: '2023-06-30',
        extensionRequests: [
          {
            state: 'SUBMITTED',
            askedBy: 'SFJ-LIAISON',
            isLate: false,
            overdueDaysThen: 0,
            beforeMeeting: false,
          },
        ],
      },
    });
    expect((await post(url, 'SFJ-HEAD', task.version, wish)).body.code).toBe('EXTENSION_PENDING');
  });

  it('is approved by the rung whose turn it is; the original deadline stays', async () => {
    const task = await taskOf(test, '1');
    const [request] = task.extensionRequests;
    const url = `${task.id}/extension-requests/${request.id}/approve`;
    expect((await post(url, LEADER, 1)).body.code).toBe('EXTENSION_APPROVER_WRONG');
    expect((await post(url, DIRECTOR, 1, { dueOn: '2023-09-30' })).body.code).toBe('EXTENSION_DECIDED_DAY');
    const approved = await post(url, DIRECTOR, 1, { reason: '同意' });
    expect(approved.body).toMatchObject({
      originalDueOn: '2023-06-30',
      dueOn: '2023-08-31',
      deadlineVersion: 1,
      deadlineHistory: [
        { fromDueOn: '2023-06-30', toDueOn: '2023-08-31', changedOn: '2023-06-12', beforeMeeting: false },
      ],
      extensionRequests: [{ state: 'APPROVED', decidedBy: DIRECTOR, decidedDueOn: '2023-08-31' }],
    });
    expect((await post(url, DIRECTOR, 2)).body.code).toMatch(/DEED_NOT_ALLOWED|EXTENSION_APPROVER_WRONG/);
    expect(await toldOf(test, DEADLINE_CHANGED)).toMatchObject([
      { taskId: task.id, deadlineVersion: 1, fromDueOn: '2023-06-30', toDueOn: '2023-08-31' },
    ]);
  });

  it('keeps overdue days that ran before a late request, and marks 会前改期', async () => {
    await test.holdDay('2023-11-03');
    const task = await taskOf(test, '2');
    const url = `${task.id}/extension-requests`;
    const wish = { ...WISH, newDueOn: '2023-11-30' };
    expect((await post(url, 'SFJ-HEAD', task.version, wish)).body.code).toBe('EXTENSION_TOO_LATE');
    const asked = await post(url, 'SFJ-HEAD', task.version, { ...wish, lateReason: '人员变动' });
    const [request] = asked.body.extensionRequests;
    expect(request).toMatchObject({ isLate: true, overdueDaysThen: 3, beforeMeeting: true });
    const approved = await post(`${url}/${request.id}/approve`, DIRECTOR, request.version, {});
    expect(approved.body).toMatchObject({ originalDueOn: '2023-10-31', dueOn: '2023-11-30' });
    const facts = await test.app.get(LedgerReader).task(task.id);
    expect(facts).toMatchObject({
      overdueDaysBefore: 3,
      extensions: 1,
      lastChange: { beforeMeeting: true, fromDueOn: '2023-10-31' },
    });
  });

  it('needs the director and then the leader past the plan year', async () => {
    const task = await taskOf(test, '3');
    const url = `${task.id}/extension-requests`;
    const asked = await post(url, 'SFJ-HEAD', task.version, { ...WISH, newDueOn: '2024-03-31' });
    const [request] = asked.body.extensionRequests;
    expect(request.approvers).toEqual(['DIRECTOR', 'LEADER']);
    const endorsed = await post(`${url}/${request.id}/approve`, DIRECTOR, request.version, {});
    expect(endorsed.body).toMatchObject({
      dueOn: '2023-12-31',
      extensionRequests: [{ state: 'ENDORSED', signedBy: [DIRECTOR] }],
    });
    const approved = await post(
      `${url}/${request.id}/approve`,
      LEADER,
      endorsed.body.extensionRequests[0].version,
      {},
    );
    expect(approved.body).toMatchObject({
      dueOn: '2024-03-31',
      originalDueOn: '2023-12-31',
      extensionRequests: [{ state: 'APPROVED' }],
    });
  });

  it('may be withdrawn by its department and rejected with a reason; the deadline stands', async () => {
    await test.holdDay('2023-03-06');
    const task = await taskOf(test, '4');
    const url = `${task.id}/extension-requests`;
    const wish = { ...WISH, newDueOn: '2023-05-31' };
    const first = (await post(url, 'SFJ-LIAISON', task.version, wish)).body.extensionRequests[0];
    expect((await post(`${url}/${first.id}/withdraw`, 'CZJ-LIAISON', 1)).status).toBe(404);
    const withdrawn = await post(`${url}/${first.id}/withdraw`, 'SFJ-HEAD', 1);
    expect(withdrawn.body.extensionRequests[0].state).toBe('WITHDRAWN');
    const second = (await post(url, 'SFJ-LIAISON', task.version, wish)).body.extensionRequests[1];
    expect((await post(`${url}/${second.id}/reject`, DIRECTOR, 1, { reason: '' })).body.code).toBe(
      'REASON_REQUIRED',
    );
    const rejected = await post(`${url}/${second.id}/reject`, DIRECTOR, 1, { reason: '理由不充分' });
    expect(rejected.body).toMatchObject({ dueOn: '2023-03-31', deadlineVersion: 0, deadlineHistory: [] });
    const other = await taskOf(test, '1');
    const strange = await post(`${other.id}/extension-requests/${second.id}/reject`, DIRECTOR, 2, {
      reason: '试',
    });
    expect(strange).toMatchObject({ status: 404, body: { code: 'EXTENSION_NOT_FOUND' } });
  });

  it('has no way to change the original deadline of an issued task', async () => {
    const task = await taskOf(test, '4');
    const store = test.app.get(TaskStore);
    const days = {
      startsOn: '2023-01-01',
      originalDueOn: '2024-01-01',
      dueOn: '2024-01-01',
      cadence: 'ONCE' as const,
    };
    await expect(test.db.unitOfWork.run(() => store.dateDraft(task.id, days))).rejects.toThrow('was issued');
    expect((await taskOf(test, '4')).originalDueOn).toBe('2023-03-31');
    const folder = 'src/features/ledger';
    const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    const setting = sources.filter((file) =>
      /SET\b[^;]*original_due_on\s*=/.test(readFileSync(`${folder}/${file}`, 'utf8')),
    );
    // The one statement that sets it carries its own condition: DRAFT or REGISTERED only.
    expect(setting).toEqual(['task.store.ts']);
  });

  it('closes when the close-out is approved, and stays open when it is returned', async () => {
    const tell = async (taskId: string, outcome: string, decidedOn: string) => {
      const told = {
        taskId,
        requestedOn: '2023-03-20',
        outcome,
        decidedOn,
        reason: outcome === 'RETURNED' ? '材料不全' : '',
      };
      await test.db.unitOfWork.run(() =>
        test.app.get(Outbox).put(CLOSEOUT_DECIDED, `${taskId}/${outcome}`, told),
      );
      await workOutbox(test);
    };
    const { id } = await taskOf(test, '4');
    await tell(id, 'REQUESTED', '2023-03-20');
    expect(await taskOf(test, '4')).toMatchObject({ state: 'CLOSE_REQUESTED' });
    await tell(id, 'RETURNED', '2023-03-24');
    expect(await taskOf(test, '4')).toMatchObject({ state: 'IN_PROGRESS', stateReason: '材料不全' });
    expect(await test.app.get(LedgerReader).task(id)).toMatchObject({
      daysInReview: 4,
      closeRequestedOn: null,
    });
    await tell(id, 'APPROVED', '2023-03-28');
    expect(await taskOf(test, '4')).toMatchObject({
      state: 'CLOSED',
      closedOn: '2023-03-28',
      assignments: [{ state: 'DONE' }],
    });
    expect(await test.app.get(LedgerReader).task(id)).toMatchObject({ closeRequestedOn: '2023-03-20' });
  });

  it('leaves an audit trail that its tables fit, to the last task', async () => {
    expect(await archiveFaults(test)).toEqual({ faults: [], seals: 1 });
  });
});
