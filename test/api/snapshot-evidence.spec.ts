import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { pdf } from '../support/evidence-files.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const ROWS = [['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前']];
const LEAD = 'SFJ-LIAISON';
const SUPPORT = 'CZJ-LIAISON';

describe.each(DATABASES)('evidence in a frozen month on %s', (name) => {
  let test: TestApp;
  let taskId: string;
  let ledgerId: string;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledgerId = await issuedLedger(test, ROWS);
    taskId = (await taskOf(test, '1')).id as string;
  });
  afterAll(() => test.close());

  const send = async (as: string, file: string, query = '') => {
    const url = `/api/v1/tasks/${taskId}/evidence?${query}`;
    return (await test.request('POST', url, upload(file, pdf(encodeURIComponent(file)), as))).body;
  };
  const remove = (as: string, id: string, version: number) =>
    test.request('POST', `/api/v1/evidence/${id}/remove`, { as, version, body: { reason: '传错' } });
  const rows = async () => {
    const found = await test.db.read<{ code: string; evidence: string }>(
      'SELECT department_code AS code, evidence FROM task_snapshot',
    );
    return new Map(found.map(({ code, evidence }) => [code, JSON.parse(evidence) as string[]]));
  };

  it('is what stood on its last day, by department and for the whole task, and does not change afterwards', async () => {
    const lead = await send(LEAD, '公布稿.pdf');
    const support = await send(SUPPORT, '财政意见.pdf');
    const old = await send(SUPPORT, '第一版.pdf');
    const next = await send(SUPPORT, '第二版.pdf', `supersedes=${old.id}`);
    const office = await send(CLERK, '留存.pdf');
    const gone = await send(LEAD, '误传.pdf');
    expect((await remove(LEAD, gone.id, 1)).status).toBe(200);
    await test.holdDay('2023-01-31', '18:00');
    const forms = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(forms, monthSlot(ledgerId, '2023-01'), false);
    const frozen = await test.request('POST', '/api/v1/rounds/freeze', {
      as: CLERK,
      body: { ledger: 'KT-2023', month: '2023-01' },
    });
    expect(frozen.status).toBe(200);
    const hashes = (...pieces: { sha256: string }[]) => pieces.map(({ sha256 }) => sha256).toSorted();
    const expected = new Map([
      ['', hashes(lead, support, next, office)],
      ['SFJ', hashes(lead)],
      ['CZJ', hashes(support, next)],
    ]);
    expect(await rows()).toEqual(expected);
    const [round] = (await test.request('GET', '/api/v1/rounds?ledger=KT-2023', { as: CLERK })).body;
    const shown = await test.request('GET', `/api/v1/rounds/${round.id}/rows`, { as: CLERK });
    expect(shown.body.items).toMatchObject([{ evidence: expected.get('') }]);
    await test.holdDay('2023-02-01');
    await send(LEAD, '二月材料.pdf');
    expect((await remove(SUPPORT, support.id, 1)).status).toBe(200);
    expect(await rows()).toEqual(expected);
    // The content a frozen month names stays readable for good.
    const kept = await test.request('POST', `/api/v1/evidence/${support.id}/download-link`, { as: CLERK });
    expect((await test.request('GET', kept.body.url, { as: CLERK })).status).toBe(200);
  });
});
