import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { EVIDENCE_CITED } from '../../src/features/evidence/evidence-cited.topic.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { pdf, png } from '../support/evidence-files.js';
import { issuedLedger, taskOf, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { upload } from '../support/upload.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局、区教育局', '6月底前'],
  ['2', '依法行政', '清单', '季度通报', '区教育局', '', '每季度末前'],
];
const LEAD = 'SFJ-LIAISON';
const SUPPORT = 'CZJ-LIAISON';
const OTHER_SUPPORT = 'JYJ-LIAISON';
const STRANGER = 'MZJ-LIAISON';

describe.each(DATABASES)('evidence on %s', (name) => {
  let test: TestApp;
  let taskId: string;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-03-10');
    await issuedLedger(test, ROWS);
    taskId = (await taskOf(test, '1')).id as string;
  });
  afterAll(() => test.close());

  const code = (response: TestResponse) => [response.status, response.body.code];
  const send = (as: string, file: string, bytes: Buffer, query = '', id = taskId) =>
    test.request('POST', `/api/v1/tasks/${id}/evidence?${query}`, upload(file, bytes, as));
  const list = async (as: string, query = '') =>
    (await test.request('GET', `/api/v1/tasks/${taskId}/evidence?${query}`, { as })).body.items.map(
      (item: { name: string }) => item.name,
    );
  const one = (as: string, id: string) => test.request('GET', `/api/v1/evidence/${id}`, { as });
  const act = (as: string, id: string, deed: string, body: object, version?: number) =>
    test.request('POST', `/api/v1/evidence/${id}/${deed}`, { as, body, ...(version ? { version } : {}) });

  it('is uploaded by who has a part in the task, kept under its hash, and proves his part', async () => {
    const bytes = pdf('list');
    const sent = await send(SUPPORT, '清单调整说明（定稿）.pdf', bytes, 'description=公布稿&validUntil=2023-12-31');
    expect(sent).toMatchObject({
      status: 201,
      body: {
        name: '清单调整说明（定稿）.pdf',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        department: { code: 'CZJ' },
        description: '公布稿',
        secrecyLabel: '内部',
        month: '2023-03',
        validity: 'VALID',
        uploadedOn: '2023-03-10',
        uploadedBy: SUPPORT,
        canPreview: true,
        ordinal: 1,
        links: [{ subjectKind: 'ASSIGNMENT', subjectKindLabel: '分工' }],
        deeds: ['CHANGE', 'REPLACE', 'LINK', 'REMOVE'],
      },
    });
    const task = await taskOf(test, '1');
    const part = task.assignments.find((each: { department: { code: string } }) => each.department.code === 'CZJ');
    expect(sent.body.links[0].subjectId).toBe(part.id);
    expect(code(await send(STRANGER, 'a.pdf', bytes))).toEqual([404, 'TASK_NOT_FOUND']);
  }); // prettier-ignore

  it('sent again by the same post is the one that is there; for another subject it is another piece', async () => {
    const first = await send(SUPPORT, '会议纪要.pdf', pdf('minutes'));
    const again = await send(SUPPORT, '会议纪要.pdf', pdf('minutes'));
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id } });
    const whole = await send(SUPPORT, '会议纪要.pdf', pdf('minutes'), `subjectKind=TASK&subjectId=${taskId}`);
    expect(whole.status).toBe(201);
    expect(whole.body.id).not.toBe(first.body.id);
    expect(whole.body.sha256).toBe(first.body.sha256);
    await list(LEAD);
    const both = await Promise.all([1, 2, 3].map(() => send(LEAD, '同时上传.pdf', pdf('at once'))));
    expect(both.reduce((sum, { status }) => sum + status, 0)).toBe(200 + 200 + 201);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is read by the office, by its own department and by the lead; a support sees of others only what is for all', async () => {
    await send(LEAD, '牵头内部.pdf', pdf('lead'));
    await send(LEAD, '统一模板.pdf', pdf('shared'), 'isShared=true');
    const office = await send(CLERK, '办公室留存.png', png());
    expect(office.body).toMatchObject({ department: null, links: [{ subjectKind: 'TASK', subjectId: taskId }] });
    const ours = ['会议纪要.pdf', '会议纪要.pdf', '清单调整说明（定稿）.pdf'];
    const all = ['办公室留存.png', '统一模板.pdf', '牵头内部.pdf', '同时上传.pdf', ...ours];
    expect(await list(CLERK)).toEqual(all);
    expect(await list('SFJ-HEAD')).toEqual(all);
    expect(await list(SUPPORT)).toEqual(['统一模板.pdf', ...ours]);
    expect(await list(OTHER_SUPPORT)).toEqual(['统一模板.pdf']);
    const foreign = await one(OTHER_SUPPORT, office.body.id);
    expect(code(foreign)).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    expect(foreign.body).toEqual((await one(OTHER_SUPPORT, 'none')).body);
    const shared = await send(SUPPORT, 'x.pdf', pdf(), 'isShared=true');
    expect(code(shared)).toEqual([403, 'EVIDENCE_LEAD_ONLY']);
    const foreignList = await test.request('GET', `/api/v1/tasks/${taskId}/evidence`, { as: STRANGER });
    expect(code(foreignList)).toEqual([404, 'TASK_NOT_FOUND']);
  }); // prettier-ignore

  it('is listed by department, month, words, subject and validity, page by page', async () => {
    const of = async (query: string, as = CLERK) =>
      (await test.request('GET', `/api/v1/evidence?${query}`, { as })).body.items.map(
        (item: { name: string }) => item.name,
      );
    expect(await of('department=CZJ')).toHaveLength(3);
    expect(await of('department=CZJ', OTHER_SUPPORT)).toEqual([]);
    expect(await of('department=NONE')).toEqual([]);
    expect(await of('month=2023-04')).toEqual([]);
    expect(await of(`q=${encodeURIComponent('纪要')}`)).toHaveLength(2);
    expect(await of(`q=${encodeURIComponent('%')}`)).toEqual([]);
    expect(await of(`subjectKind=TASK&subjectId=${taskId}`)).toEqual(['办公室留存.png', '会议纪要.pdf']);
    expect(await of('validity=EXPIRING')).toEqual([]);
    await test.holdDay('2023-12-05');
    expect(await of('validity=EXPIRING')).toEqual(['清单调整说明（定稿）.pdf']);
    await test.holdDay('2024-01-01');
    expect(await of('validity=EXPIRED')).toEqual(['清单调整说明（定稿）.pdf']);
    await test.holdDay('2023-03-10');
    const first = await test.request('GET', '/api/v1/evidence?limit=4', { as: CLERK });
    const rest = await test.request('GET', `/api/v1/evidence?limit=4&after=${first.body.next}`, {
      as: CLERK,
    });
    expect([first.body.items.length, rest.body.items.length, rest.body.next]).toEqual([4, 3, null]);
  });

  it('proves several things; a link is taken away with a reason and stays as history', async () => {
    const { id } = (await send(LEAD, '公布网页.png', png())).body;
    const linked = await act(LEAD, id, 'links', { subjectKind: 'TASK', subjectId: taskId });
    expect(linked.body.links).toHaveLength(2);
    const twice = await act(LEAD, id, 'links', { subjectKind: 'TASK', subjectId: taskId });
    expect(twice.body.links).toHaveLength(2);
    const other = (await taskOf(test, '2')).id as string;
    expect(code(await act(LEAD, id, 'links', { subjectKind: 'TASK', subjectId: other }))).toEqual([
      400,
      'EVIDENCE_SUBJECT_UNKNOWN',
    ]);
    const [first, second] = linked.body.links;
    const none = '00000000-0000-7000-8000-000000000000';
    expect(code(await act(LEAD, id, `links/${none}/remove`, { reason: '误选' }))).toEqual([404, 'EVIDENCE_LINK_NOT_FOUND']);
    expect(code(await act(LEAD, id, `links/${first.id}/remove`, { reason: ' ' }))).toEqual([400, 'EVIDENCE_REASON_REQUIRED']);
    expect(code(await act(SUPPORT, id, `links/${first.id}/remove`, { reason: '误选' }))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    const unlinked = await act(LEAD, id, `links/${first.id}/remove`, { reason: '误选' });
    expect(unlinked.body.links).toEqual([second]);
    expect(unlinked.body.linkHistory).toMatchObject([
      { id: first.id, removedOn: '2023-03-10', removedBy: LEAD, removalReason: '误选' },
      { id: second.id, removedOn: null },
    ]);
    expect(code(await act(LEAD, id, `links/${second.id}/remove`, { reason: '误选' }))).toEqual([409, 'EVIDENCE_LAST_LINK']);
  }); // prettier-ignore

  it('is replaced by a new version, which goes on proving the same; the old one stays readable', async () => {
    const { id: old } = (await send(SUPPORT, '许可证.pdf', pdf('2022'))).body;
    expect(code(await send(OTHER_SUPPORT, '许可证.pdf', pdf('2023'), `supersedes=${old}`))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    const next = await send(SUPPORT, '许可证.pdf', pdf('2023'), `supersedes=${old}`);
    expect(next).toMatchObject({ status: 201, body: { ordinal: 2, supersedesId: old, versions: [{ id: old }, {}] } });
    expect((await send(SUPPORT, '许可证.pdf', pdf('2023'), `supersedes=${old}`)).status).toBe(200);
    expect((await one(SUPPORT, old)).body).toMatchObject({ supersededBy: next.body.id, deeds: [] });
    expect(code(await send(SUPPORT, '许可证.pdf', pdf('2024'), `supersedes=${old}`))).toEqual([409, 'EVIDENCE_SUPERSEDED']);
    expect((await list(SUPPORT)).filter((each: string) => each === '许可证.pdf')).toHaveLength(1);
    expect((await list(SUPPORT, 'withPast=true')).filter((each: string) => each === '许可证.pdf')).toHaveLength(2);
  }); // prettier-ignore

  it('is changed and removed by who keeps it, against the version he saw, with a reason', async () => {
    const sent = await send(LEAD, '聘任书.pdf', pdf('appointed'));
    const { id } = sent.body;
    const change = (as: string, body: object, version = 1) =>
      test.request('PATCH', `/api/v1/evidence/${id}`, { as, body, version });
    const changed = await change(LEAD, { validUntil: '2023-03-20', isShared: true, description: '法律顾问聘任' });
    expect(changed.body).toMatchObject({ validityLabel: '将过期', isShared: true, version: 2 });
    expect(code(await change(LEAD, { description: '另改' }))).toEqual([412, 'STALE_VERSION']);
    expect(code(await change(SUPPORT, { description: '另改' }, 2))).toEqual([403, 'EVIDENCE_KEEPER_ONLY']);
    expect(code(await change(LEAD, { description: '机密★1年' }, 2))).toEqual([400, 'EVIDENCE_STATE_SECRET']);
    expect(code(await act(LEAD, id, 'remove', { reason: '' }, 2))).toEqual([400, 'EVIDENCE_REASON_REQUIRED']);
    const removed = await act(LEAD, id, 'remove', { reason: '传错任务' }, 2);
    expect(removed.body).toMatchObject({ removedOn: '2023-03-10', removedBy: LEAD, removalReason: '传错任务', deeds: [] });
    expect(code(await change(DIRECTOR, { description: '另改' }, 3))).toEqual([409, 'EVIDENCE_REMOVED']);
    expect(await list(LEAD)).not.toContain('聘任书.pdf');
    const trail = await test.db.read<{ operation: string }>(
      'SELECT operation FROM audit_event WHERE object_id = ? ORDER BY seq',
      [id],
    );
    expect(trail.map((row) => row.operation)).toEqual(['evidence.upload', 'evidence.change', 'evidence.remove']);
    // Removed is not gone: sent again it is a new piece with the same content.
    expect((await send(LEAD, '聘任书.pdf', pdf('appointed'))).status).toBe(201);
  }); // prettier-ignore

  it('handed in with a report stays with it: only a new submission or the office undoes that', async () => {
    const { id } = (await send(SUPPORT, '报送件.pdf', pdf('cited'))).body;
    const subjectId = '018c2f6e-9a1b-7c3d-8e4f-0123456789ab';
    const cite = async (key: string, evidenceIds: string[]) => {
      const told = { subjectKind: 'REPORT', subjectId, evidenceIds, by: SUPPORT, on: '2023-03-10' };
      await test.db.unitOfWork.run(() => test.app.get(Outbox).put(EVIDENCE_CITED, key, told));
      await workOutbox(test);
    };
    await cite('r/1', [id]);
    await cite('r/1 again', [id]);
    const { links, deeds } = (await one(SUPPORT, id)).body;
    expect(links).toMatchObject([{ subjectKind: 'ASSIGNMENT' }, { subjectKindLabel: '月报', subjectId }]);
    expect(deeds).not.toContain('REMOVE');
    expect(code(await act(SUPPORT, id, 'remove', { reason: '有误' }, 1))).toEqual([409, 'EVIDENCE_CITED']);
    const fixed = await act(SUPPORT, id, `links/${links[1].id}/remove`, { reason: '有误' });
    expect(code(fixed)).toEqual([409, 'EVIDENCE_LINK_FIXED']);
    const listed = await test.request('GET', `/api/v1/evidence?subjectKind=REPORT&subjectId=${subjectId}`, { as: CLERK });
    expect(listed.body.items).toMatchObject([{ id }]);
    await cite('r/2', []);
    expect((await act(SUPPORT, id, 'remove', { reason: '有误' }, 1)).status).toBe(200);
  }); // prettier-ignore

  it('of a task a department has left stays its own to read, and takes no more', async () => {
    const { id } = (await send(OTHER_SUPPORT, '教育局材料.pdf', pdf('left'))).body;
    await test.db.unitOfWork.run(() =>
      test.db.write(
        `UPDATE assignment SET state = 'WITHDRAWN' WHERE task_id = ? AND department_id = (SELECT id FROM department WHERE code = 'JYJ')`,
        [taskId],
      ),
    );
    expect(await list(OTHER_SUPPORT)).toEqual(['教育局材料.pdf']);
    expect((await one(OTHER_SUPPORT, id)).status).toBe(200);
    expect(code(await send(OTHER_SUPPORT, '再传.pdf', pdf('again')))).toEqual([
      403,
      'EVIDENCE_UPLOADER_ONLY',
    ]);
  });

  it('tells beforehand what is taken', async () => {
    const { body } = await test.request('GET', '/api/v1/evidence/rules', { as: SUPPORT });
    expect(body.maxBytes).toBe(50 * 1024 * 1024);
    expect(body.kinds).toContainEqual({ extension: 'ofd', label: 'OFD 版式文件' });
    expect(body.notice).toContain('国家秘密');
  });
});
