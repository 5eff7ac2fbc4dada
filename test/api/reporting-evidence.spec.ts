import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { pdf } from '../support/evidence-files.js';
import { issuedLedger, taskOf, workOutbox } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局、区教育局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
];
const LEAD = 'SFJ-LIAISON';
const SUPPORT = 'CZJ-LIAISON';
const OTHER = 'JYJ-LIAISON';

describe.each(DATABASES)('evidence named by reports on %s', (name) => {
  let test: TestApp;
  let taskId: string;
  const config = mkdtempSync(join(tmpdir(), 'diaodu-config-'));

  beforeAll(async () => {
    cpSync('config', config, { recursive: true });
    const rules = readFileSync(join(config, 'evidence.yaml'), 'utf8');
    writeFileSync(
      join(config, 'evidence.yaml'),
      rules.replace('closeOutNeedsEvidence: false', 'closeOutNeedsEvidence: true'),
    );
    test = await startTestApp(name, { DIAODU_CONFIG_DIR: config });
    await openOffice(test);
    await test.holdDay('2023-01-12');
    const ledgerId = await issuedLedger(test, ROWS);
    const job = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(job, monthSlot(ledgerId, '2023-01'), false);
    taskId = (await taskOf(test, '1')).id as string;
  });
  afterAll(async () => {
    await test.close();
    rmSync(config, { recursive: true });
  });

  const code = (response: TestResponse) => [response.status, response.body.code];
  const send = async (as: string, file: string, query = '', id = taskId): Promise<string> => {
    const url = `/api/v1/tasks/${id}/evidence?${query}`;
    return (await test.request('POST', url, upload(file, pdf(encodeURIComponent(file)), as))).body
      .id as string;
  };
  const formOf = async (department: string) => {
    const { body } = await test.request('GET', `/api/v1/reports?month=2023-01&department=${department}`, { as: CLERK });
    return body.items.find((item: { taskId: string }) => item.taskId === taskId);
  }; // prettier-ignore
  const linksOf = async (id: string) => {
    await workOutbox(test);
    const { body } = await test.request('GET', `/api/v1/evidence/${id}`, { as: CLERK });
    return body.links.map((link: { subjectKind: string; subjectId: string }) => [
      link.subjectKind,
      link.subjectId,
    ]);
  };

  it('a draft names what is the department’s own or laid before all; nothing else, and nothing that is gone', async () => {
    const own = await send(SUPPORT, '财政局说明.pdf');
    const shared = await send(LEAD, '统一模板.pdf', 'isShared=true');
    const foreign = await send(OTHER, '教育局材料.pdf');
    const hidden = await send(LEAD, '牵头内部.pdf');
    const elsewhere = await send(LEAD, '另一任务.pdf', '', (await taskOf(test, '2')).id);
    const form = await formOf('CZJ');
    const draft = (evidenceIds: unknown) =>
      test.request('PUT', `/api/v1/reports/${form.id}`, { as: SUPPORT, version: 1, body: { evidenceIds } });
    for (const wrong of [foreign, hidden, elsewhere, '0'.repeat(36)]) {
      const refused = await draft([own, wrong]);
      expect(code(refused)).toEqual([400, 'EVIDENCE_NOT_CITABLE']);
      expect(refused.body.details).toEqual({ ids: [wrong] });
    }
    expect(code(await draft('x'))).toEqual([400, 'REQUEST_INVALID']);
    const kept = await draft([own, shared, own]);
    expect(kept.body.evidence).toEqual([
      { id: own, name: '财政局说明.pdf' },
      { id: shared, name: '统一模板.pdf' },
    ]);
    // A draft links nothing yet.
    expect(await linksOf(own)).toHaveLength(1);
  });

  it('a report handed in is linked to its evidence, and each submission keeps what it named', async () => {
    const form = await formOf('CZJ');
    const [own, shared] = form.evidence.map((piece: { id: string }) => piece.id);
    const submit = (version: number, body: object) =>
      test.request('POST', `/api/v1/reports/${form.id}/submit`, { as: SUPPORT, version, body });
    expect((await submit(form.version, { text: '材料已报' })).body.evidence).toHaveLength(2);
    expect(await linksOf(own)).toContainEqual(['REPORT', form.id]);
    await test.request('POST', `/api/v1/reports/${form.id}/return`, {
      as: CLERK,
      version: 3,
      body: { reason: '模板不必附' },
    });
    const again = await submit(4, { evidenceIds: [own] });
    expect(again).toMatchObject({
      status: 200,
      body: { evidence: [{ id: own }], submissions: [{ evidence: [{ id: own }, { id: shared }] }, { evidence: [{ id: own }] }] },
    });
    expect(await linksOf(shared)).not.toContainEqual(['REPORT', form.id]);
    const url = `/api/v1/evidence?subjectKind=REPORT&subjectId=${form.id}`;
    expect((await test.request('GET', url, { as: CLERK })).body.items).toMatchObject([{ id: own }]);
  }); // prettier-ignore

  it('a report does not go in over evidence removed meanwhile', async () => {
    const piece = await send(LEAD, '将撤回.pdf');
    const form = await formOf('SFJ');
    await test.request('PUT', `/api/v1/reports/${form.id}`, {
      as: LEAD,
      version: form.version,
      body: { text: '已办', evidenceIds: [piece] },
    });
    await test.request('POST', `/api/v1/evidence/${piece}/remove`, {
      as: LEAD,
      version: 1,
      body: { reason: '传错' },
    });
    const url = `/api/v1/reports/${form.id}/submit`;
    expect(code(await test.request('POST', url, { as: LEAD, version: 2, body: {} }))).toEqual([
      400,
      'EVIDENCE_NOT_CITABLE',
    ]);
    const submitted = await test.request('POST', url, { as: LEAD, version: 2, body: { evidenceIds: [] } });
    expect(submitted.body.evidence).toEqual([]);
  });

  it('a close-out request brings evidence where the office wants it, also that of the supports', async () => {
    const ask = (evidenceIds?: string[]) =>
      test.request('POST', `/api/v1/tasks/${taskId}/close-out-requests`, {
        as: LEAD,
        body: {
          statement: '清单已公布',
          silenceExplanation: '已并入',
          ...(evidenceIds ? { evidenceIds } : {}),
        },
      });
    expect(code(await ask())).toEqual([409, 'CLOSE_OUT_EVIDENCE_MISSING']);
    const elsewhere = await send(LEAD, '另一任务二.pdf', '', (await taskOf(test, '2')).id);
    expect(code(await ask([elsewhere]))).toEqual([400, 'EVIDENCE_NOT_CITABLE']);
    const support = (await formOf('CZJ')).evidence[0].id;
    const asked = await ask([support]);
    expect(asked).toMatchObject({
      status: 201,
      body: { evidence: [{ id: support, name: '财政局说明.pdf' }] },
    });
    expect(await linksOf(support)).toContainEqual(['CLOSE_OUT', asked.body.id]);
    const all = await test.request('GET', `/api/v1/tasks/${taskId}/close-out-requests`, { as: SUPPORT });
    expect(all.body.items[0].evidence).toEqual(asked.body.evidence);
  });
});
