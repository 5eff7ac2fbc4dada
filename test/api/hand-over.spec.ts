import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
];
const SFJ = 'SFJ-LIAISON';
const NEXT = {
  holder: '接任联络员',
  email: 'next@example.invalid',
  from: '2023-01-16',
  note: '台账钥匙在文件柜',
};

describe.each(DATABASES)('a liaison hands over on %s', (name) => {
  let test: TestApp;
  let id: string;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    const ledger = await issuedLedger(test, ROWS);
    const forms = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(forms, monthSlot(ledger, '2023-01'), false);
    const task = await taskOf(test, '2');
    await test.request('POST', `/api/v1/tasks/${task.id}/extension-requests`, {
      as: SFJ,
      version: task.version,
      body: { newDueOn: '2023-11-30', reason: '会议延期', progressSoFar: '已完成一半' },
    });
  });
  afterAll(() => test.close());

  const ask = (url: string, as: string) => test.request('GET', `/api/v1/hand-overs/${url}`, { as });
  const hand = (post: string, body: object, as = CLERK) =>
    test.request('POST', `/api/v1/hand-overs/${post}`, { as, body });
  const confirm = (as: string, post = SFJ) =>
    test.request('POST', `/api/v1/hand-overs/${post}/${id}/confirm`, { as, body: {} });
  /** What the holder's workbench asks him to confirm. */
  const onDesk = async (as: string) =>
    (await test.request('GET', '/api/v1/workbench', { as })).body.department.toTakeOver;
  const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('lists what is open: tasks with their lights, reports to write, requests under way', async () => {
    const { body } = await ask(SFJ, SFJ);
    expect(body).toMatchObject({ postCode: SFJ, holder: 'SFJ联络员', fallbackHolder: '', handOvers: [] });
    expect(body.sheet).toMatchObject({
      department: 'SFJ',
      asOf: '2023-01-12',
      items: [
        { taskNumber: '1', role: 'LEAD', partStateLabel: '待签收', light: 'GREEN', dueOn: '2023-06-30' },
        { taskNumber: '2' },
      ],
      reports: [{ month: '2023-01', taskNumber: '1', state: 'DRAFT' }, { taskNumber: '2' }],
      requests: [{ kindLabel: '延期', taskNumber: '2', stateLabel: '待审批' }],
      unsigned: [],
      evidence: [],
    });
  });

  it('is shown to the office and the department only; a foreign post is like none (HAND_OVER_POST_UNKNOWN)', async () => {
    expect((await ask(SFJ, CLERK)).status).toBe(200);
    const foreign = await ask(SFJ, 'CZJ-HEAD');
    const none = await ask('NO-ONE', 'CZJ-HEAD');
    expect(code(foreign)).toEqual([404, 'HAND_OVER_POST_UNKNOWN']);
    expect(foreign.body).toEqual(none.body);
    expect(code(await ask('YFB-CLERK', CLERK))).toEqual([404, 'HAND_OVER_POST_UNKNOWN']);
    expect(code(await hand(SFJ, NEXT, SFJ))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  it('keeps no hand-over when the appointment is refused', async () => {
    expect(code(await hand(SFJ, { ...NEXT, from: '2021-12-31' }))).toEqual([409, 'TERM_NOT_AFTER_LAST']);
    expect((await ask(SFJ, CLERK)).body.handOvers).toEqual([]);
  });

  it('appoints the successor and freezes the sheet in one deed', async () => {
    const handed = await hand(SFJ, NEXT);
    expect(handed).toMatchObject({
      status: 201,
      body: { former: 'SFJ联络员', successor: '接任联络员', from: '2023-01-16', confirmedOn: null },
    });
    id = handed.body.id;
    expect(handed.body.sheet.items).toHaveLength(2);
    const posts = await test.request('GET', '/api/v1/posts?department=SFJ&asOf=2023-01-16', { as: CLERK });
    expect(posts.body.items.find((post: { code: string }) => post.code === SFJ)).toMatchObject({
      holder: '接任联络员',
      email: 'next@example.invalid',
    });
  });

  it('lets the former holder work to the last day of his term and no longer', async () => {
    await test.holdDay('2023-01-15');
    const former = await test.signIn.cookieOf(SFJ);
    const asFormer = () => test.request('GET', '/api/v1/workbench', { headers: { cookie: former ?? '' } });
    expect((await asFormer()).status).toBe(200);
    expect(code(await confirm(SFJ))).toEqual([403, 'HAND_OVER_NOT_YOURS']);
    expect(await onDesk(SFJ)).toEqual([]);
    await test.holdDay('2023-01-16');
    expect(code(await asFormer())).toEqual([403, 'NO_POST_HELD']);
  });

  it('is confirmed by the successor in person, once', async () => {
    expect(code(await confirm('SFJ-HEAD'))).toEqual([403, 'HAND_OVER_NOT_YOURS']);
    expect(await onDesk('SFJ-HEAD')).toEqual([]);
    expect(await onDesk(SFJ)).toEqual([{ id, postCode: SFJ, former: 'SFJ联络员', from: '2023-01-16' }]);
    const confirmed = await confirm(SFJ);
    expect(confirmed.body).toMatchObject({ confirmedOn: '2023-01-16', confirmedAt: expect.any(Number) });
    expect(await onDesk(SFJ)).toEqual([]);
    expect(code(await confirm(SFJ))).toEqual([409, 'HAND_OVER_CONFIRMED']);
    expect(code(await ask(`${SFJ}/none`, SFJ))).toEqual([404, 'HAND_OVER_NOT_FOUND']);
  });

  it('keeps the sheet as it stood on the day, whatever happens afterwards', async () => {
    const task = await taskOf(test, '1');
    await test.request('POST', `/api/v1/tasks/${task.id}/suspend`, {
      as: CLERK,
      version: task.version,
      body: { approvalDocument: '批示' },
    });
    expect((await ask(SFJ, SFJ)).body.sheet.items).toHaveLength(1);
    expect((await ask(`${SFJ}/${id}`, SFJ)).body.sheet).toMatchObject({
      asOf: '2023-01-12',
      items: [{}, {}],
    });
  });

  it('can be printed, the same file every time', async () => {
    const url = `/api/v1/hand-overs/${SFJ}/${id}/document`;
    const file = await test.app.inject({
      method: 'GET',
      url,
      headers: { host: '127.0.0.1', cookie: (await test.signIn.cookieOf(SFJ)) ?? '' },
    });
    expect(file.headers['content-disposition']).toContain('hand-over-SFJ-LIAISON-2023-01-16.docx');
    const document = await readOfficeFile(file.rawPayload, 'sheet.docx');
    const words = JSON.stringify(document);
    for (const word of ['区司法局联络工作交接清单', '行政合同培训', '台账钥匙在文件柜', '接任联络员', '无。'])
      expect(words).toContain(word);
  });

  it('shows that a post stands empty and who receives meanwhile', async () => {
    const posts = await test.request('GET', '/api/v1/posts?department=CZJ', { as: CLERK });
    const { version } = posts.body.items.find((post: { code: string }) => post.code === 'CZJ-LIAISON');
    await test.request('POST', '/api/v1/posts/CZJ-LIAISON/vacate', {
      as: CLERK,
      version,
      body: { lastDay: '2023-01-15' },
    });
    expect((await ask('CZJ-LIAISON', CLERK)).body).toMatchObject({ holder: '', fallbackHolder: 'CZJ负责人' });
  });
});
