import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskPageView } from '../../src/features/dashboard/task-page/present-task-page.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

describe.each(DATABASES)('one task on one page on %s', (name) => {
  let test: TestApp;
  let id: string;
  const page = async (as = CLERK): Promise<TaskPageView> =>
    (await test.request('GET', `/api/v1/task-pages/${id}`, { as })).body;
  const post = (path: string, as: string, body: object, version?: number) =>
    test.request('POST', `/api/v1${path}`, { as, body, ...(version === undefined ? {} : { version }) });

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    await issuedLedger(test, [['7', '依法行政', '监督', '案卷评查', '区司法局', '区财政局', '2月底前']]);
    id = (await taskOf(test, '7')).id;
  });
  afterAll(() => test.close());

  it('shows the requirement as it was issued, with its headings and its place in the file', async () => {
    const { source, ledger, task } = await page();
    expect(task).toEqual((await test.request('GET', `/api/v1/tasks/${id}`, { as: CLERK })).body);
    expect(ledger).toMatchObject({ code: 'KT-2023', state: 'ISSUED', sourceNumber: '某法办〔2023〕1号' });
    expect(source).toMatchObject({ row: 2, fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(source?.cells).toContainEqual({ heading: '完成时限', text: '2月底前' });
    expect(source?.cells).toContainEqual({ heading: '牵头单位', text: '区司法局' });
  });

  it('shows every light with its reason to the office, and only its own to a department', async () => {
    const office = await page();
    expect(office.light).toMatchObject({ light: 'GREEN', lightLabel: '绿灯' });
    expect(office.light.explanation).not.toBe('');
    expect(office.parts.map(({ department, light }) => [department.code, light?.light])).toEqual([
      ['SFJ', 'GREEN'],
      ['CZJ', 'GREEN'],
    ]);
    const support = await page('CZJ-LIAISON');
    expect(support.parts.map(({ light }) => light === null)).toEqual([true, false]);
    expect(support.light.light).toBe('GREEN');
  });

  it('offers each what he may do, and says why something cannot be done', async () => {
    const { deeds } = await page('SFJ-LIAISON');
    expect(deeds.filter(({ possible }) => possible).map(({ deed }) => deed)).toEqual([
      'SIGN',
      'OBJECT',
      'REQUEST_EXTENSION',
      'REQUEST_CLOSE_OUT',
    ]);
    const sign = deeds.find(({ deed }) => deed === 'SIGN');
    const signed = await post(sign?.path ?? '', 'SFJ-LIAISON', {}, sign?.version ?? 0);
    expect(signed.status).toBe(200);
    const after = (await page('SFJ-LIAISON')).deeds.find(({ deed }) => deed === 'SIGN');
    expect(after).toMatchObject({ possible: false, reason: expect.stringContaining('分工') });
    const leader = await page('CZJ-HEAD');
    expect(leader.deeds.map(({ deed }) => deed)).not.toContain('REQUEST_CLOSE_OUT');
  });

  it('shows a department its own reports and papers, the office all, and tells what happened in words', async () => {
    const { parts } = await page();
    for (const { assignmentId, department } of parts) {
      const as = `${department.code}-LIAISON`;
      const report = (await post('/reports', as, { assignmentId, month: '2023-01' })).body;
      const text = `${department.code}的进展`;
      await post(`/reports/${report.id}/submit`, as, { text, claimedProgress: 30 }, report.version);
    }
    expect((await page()).reports.map(({ text }) => text).toSorted()).toEqual(['CZJ的进展', 'SFJ的进展']);
    const support = await page('CZJ-LIAISON');
    expect(support.reports.map(({ text }) => text)).toEqual(['CZJ的进展']);
    const told = (rows: TaskPageView['audit']) =>
      rows.map(({ subject, sentence }) => `${subject}：${sentence}`);
    expect(told((await page()).audit)).toEqual([
      '区财政局 2023-01：报送月报，自报进度 30%',
      '区财政局 2023-01：补开 2023-01 月报',
      '区司法局 2023-01：报送月报，自报进度 30%',
      '区司法局 2023-01：补开 2023-01 月报',
      '：第一牵头单位签收，任务进入承办',
      '区司法局：签收',
      '：印发台账，交办已立项的任务',
      '：台账文件入库：新增 1 项，变更 0 项，未变 0 项',
    ]);
    expect(told(support.audit).filter((line) => line.includes('区司法局'))).toEqual([]);
    expect((await page()).audit[0]).toMatchObject({ who: 'CZJ联络员', post: 'CZJ-LIAISON' });
  });

  it('names the evidence in the trail to whoever may read it', async () => {
    const file = upload('评查通报.txt', Buffer.from('案卷评查情况通报'), 'CZJ-LIAISON');
    const sent = await test.request('POST', `/api/v1/tasks/${id}/evidence?month=2023-01`, file);
    expect(sent.status).toBe(201);
    const uploads = async (as: string) =>
      (await page(as)).audit.filter(({ sentence }) => sentence.startsWith('上传佐证材料'));
    expect(await uploads('CZJ-HEAD')).toMatchObject([{ subject: '评查通报.txt', post: 'CZJ-LIAISON' }]);
    expect(await uploads('SFJ-LIAISON')).toHaveLength(1);
    expect(await uploads(CLERK)).toHaveLength(1);
  });

  it('keeps the months as they were frozen and the reminders with their proof', async () => {
    await test.holdDay('2023-02-28', '18:00');
    for (const month of ['2023-01', '2023-02']) {
      expect((await post('/rounds/freeze', DIRECTOR, { ledger: 'KT-2023', month })).status).toBe(200);
    }
    await test.holdDay('2023-03-31', '18:00');
    expect((await post('/rounds/freeze', CLERK, { ledger: 'KT-2023', month: '2023-03' })).status).toBe(200);
    await workOutbox(test);
    await test.holdDay('2023-04-06', '10:00');
    const office = await page();
    expect(
      office.history
        .filter(({ department }) => department === null)
        .map(({ month, light }) => [month, light]),
    ).toEqual([
      ['2023-03', 'RED'],
      ['2023-02', expect.any(String)],
      ['2023-01', expect.any(String)],
    ]);
    const support = await page('CZJ-LIAISON');
    expect(new Set(support.history.map(({ department }) => department?.code))).toEqual(new Set(['CZJ']));
    expect(office.reminders.length).toBeGreaterThan(0);
    const [reminder] = office.reminders;
    expect(reminder).toMatchObject({
      department: { code: 'SFJ' },
      proof: { status: expect.any(String), signedOn: null },
    });
    expect(support.reminders.filter(({ department }) => department.code !== 'CZJ')).toEqual([]);
  });

  it('answers for a task made by hand, and not at all for one that is not there', async () => {
    const made = await post('/tasks', CLERK, {
      ledger: 'KT-2023',
      title: '手工',
      lead: ['CZJ'],
      deadline: '10月底前',
    });
    const { body } = await test.request('GET', `/api/v1/task-pages/${made.body.id}`, { as: DIRECTOR });
    expect(body).toMatchObject({ source: null, light: { light: null, lightLabel: '未交办' }, history: [] });
    const foreign = await test.request('GET', `/api/v1/task-pages/${made.body.id}`, { as: 'SFJ-HEAD' });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'TASK_NOT_FOUND' } });
  });
});
