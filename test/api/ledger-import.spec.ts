import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { commit, csv, preview, taskOf } from '../support/ledger.js';
import { CLERK, openOffice } from '../support/office.js';

const SAMPLE = readFileSync('test/data/sample-2023.xlsx');

describe.each(DATABASES)('taking in a ledger on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
  });
  afterAll(() => test.close());

  it('shows the 36 rows of the sample and writes nothing before the commit', async () => {
    const { status, body } = await preview(test, 'sample-2023.xlsx', SAMPLE);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'PREVIEW',
      ledger: 'KT-2023',
      summary: { rows: 36, ready: 36, rejected: 0 },
    });
    expect(body.diff.added).toHaveLength(36);
    const ledgers = await test.request('GET', '/api/v1/ledgers', { as: CLERK });
    expect(ledgers.body.items).toEqual([]);
  });

  it('commits them as registered tasks under their indicators, each with exactly one first lead', async () => {
    const shown = await preview(test, 'sample-2023.xlsx', SAMPLE);
    const done = await commit(test, shown.body);
    expect(done).toMatchObject({
      status: 200,
      body: { ledger: { code: 'KT-2023', state: 'DRAFT', issuedOn: '2023-01-10' } },
    });
    const ledger = await test.request('GET', '/api/v1/ledgers/KT-2023', { as: CLERK });
    expect(ledger.body.tasks).toEqual({ REGISTERED: 36 });
    const leads = await test.db.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM assignment WHERE is_first_lead = 1 GROUP BY task_id',
    );
    expect(leads.map((row) => Number(row.n))).toEqual(Array.from({ length: 36 }, () => 1));
    const second = await test.db.read<{ n: number }>('SELECT COUNT(*) AS n FROM indicator WHERE level = 2');
    expect(Number(second[0]?.n)).toBe(12);
    const task = await taskOf(test, '1');
    expect(task).toMatchObject({
      startsOn: '2023-01-10',
      deadlineVersion: 0,
      deadlineHistory: [],
      stateLabel: '立项',
    });
    expect(task.originalDueOn).toBe(task.dueOn);
  });

  it('finds nothing to do in the same file and doubles nothing', async () => {
    const shown = await preview(test, 'again.xlsx', SAMPLE);
    expect(shown.body.diff).toEqual({ added: [], changed: [], missing: [], unchanged: 36 });
    expect((await commit(test, shown.body)).status).toBe(200);
    const ledger = await test.request('GET', '/api/v1/ledgers/KT-2023', { as: CLERK });
    expect(ledger.body.tasks).toEqual({ REGISTERED: 36 });
  });

  it('refuses a second commit, a stale version and an unknown import', async () => {
    const shown = await preview(test, 'again.xlsx', SAMPLE);
    const stale = await commit(test, { ...shown.body, version: 7 });
    expect(stale).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    await commit(test, shown.body);
    expect(await commit(test, shown.body)).toMatchObject({ status: 409, body: { code: 'IMPORT_NOT_OPEN' } });
    const none = await test.request('GET', '/api/v1/ledger-imports/none', { as: CLERK });
    expect(none).toMatchObject({ status: 404, body: { code: 'IMPORT_NOT_FOUND' } });
  });

  it('writes nothing at all while one row is rejected, and all of it once the row is set right', async () => {
    const rows = [
      ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
      ['2', '依法行政', '清单', '', '区司法局', '', '10月底前'],
    ];
    const query = 'year=2023&issuedOn=2023-01-10&ledger=KT-2023-B';
    const shown = await preview(test, 'half.csv', csv(rows), query);
    expect(shown.body.summary).toMatchObject({ ready: 1, rejected: 1 });
    const refused = await commit(test, shown.body);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'IMPORT_ROWS_REJECTED', details: { rows: [{ row: 1 }] } },
    });
    expect((await test.request('GET', '/api/v1/ledgers/KT-2023-B', { as: CLERK })).status).toBe(404);
    const fixed = await test.request('PATCH', `/api/v1/ledger-imports/${shown.body.id}/rows/1`, {
      as: CLERK,
      version: shown.body.version,
      body: { title: '培训' },
    });
    expect(fixed.body).toMatchObject({ summary: { ready: 2, rejected: 0 } });
    expect((await commit(test, fixed.body)).status).toBe(200);
    const ledger = await test.request('GET', '/api/v1/ledgers/KT-2023-B', { as: CLERK });
    expect(ledger.body.tasks).toEqual({ REGISTERED: 2 });
  });

  it('keeps a row that needs review as a draft, which holds up the issue until it is registered', async () => {
    const rows = [
      ['1', '依法行政', '清单', '甲事', '区司法局', '', '6月底前'],
      ['2', '依法行政', '清单', '乙事', '区没有这个局', '', '适时'],
    ];
    const shown = await preview(test, 'c.csv', csv(rows), 'year=2023&issuedOn=2023-01-10&ledger=KT-2023-C');
    expect(shown.body.summary).toMatchObject({ ready: 1, needsReview: 1 });
    const { ledger } = (await commit(test, shown.body)).body;
    const issue = { as: CLERK, version: ledger.version, body: {} };
    const held = await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, issue);
    expect(held).toMatchObject({ status: 409, body: { code: 'DRAFTS_LEFT', details: { numbers: ['2'] } } });
    const list = await test.request('GET', `/api/v1/tasks?ledger=KT-2023-C&state=DRAFT`, { as: CLERK });
    const [draft] = list.body.items;
    const unready = await test.request('POST', `/api/v1/tasks/${draft.id}/register`, {
      as: CLERK,
      version: 1,
      body: {},
    });
    expect(unready).toMatchObject({
      status: 409,
      body: { code: 'TASK_NOT_READY', details: { missing: ['第一牵头单位', '完成时限'] } },
    });
    const registered = await test.request('POST', `/api/v1/tasks/${draft.id}/register`, {
      as: CLERK,
      version: 1,
      body: { lead: ['SFJ'], deadline: '9月底前' },
    });
    expect(registered).toMatchObject({
      status: 200,
      body: { state: 'REGISTERED', originalDueOn: '2023-09-30', dueOn: '2023-09-30', problems: [] },
    });
    expect((await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, issue)).status).toBe(200);
  });

  it('shows a changed file field by field, updates drafts, and leaves issued deadlines to the extension', async () => {
    const query = 'year=2023&issuedOn=2023-01-10&ledger=KT-2023-D';
    const before = [
      ['1', '依法行政', '清单', '丙事', '区司法局', '区财政局', '6月底前'],
      ['2', '依法行政', '清单', '丁事', '区司法局', '', '10月底前'],
    ];
    const after = [
      ['1', '依法行政', '清单', '丙事', '区司法局', '区财政局、区教育局', '7月底前'],
      ['3', '依法行政', '清单', '戊事', '区司法局', '', '11月底前'],
    ];
    const { ledger } = (await commit(test, (await preview(test, 'd.csv', csv(before), query)).body)).body;
    const shown = await preview(test, 'd.csv', csv(after), query);
    expect(shown.body.diff).toMatchObject({
      added: [{ number: '3' }],
      changed: [{ number: '1', refused: [] }],
      missing: [{ number: '2', title: '丁事' }],
    });
    const fields = shown.body.diff.changed[0].fields.map((change: { field: string }) => change.field);
    expect(fields).toEqual(['support', 'deadline', 'dueOn']);
    expect((await commit(test, shown.body)).status).toBe(200);
    const list = await test.request('GET', '/api/v1/tasks?ledger=KT-2023-D', { as: CLERK });
    expect(
      list.body.items.map((task: { number: string; dueOn: string }) => [task.number, task.dueOn]),
    ).toEqual([
      ['1', '2023-07-31'],
      ['2', '2023-10-31'],
      ['3', '2023-11-30'],
    ]);
    await test.request('POST', `/api/v1/ledgers/${ledger.id}/issue`, {
      as: CLERK,
      version: ledger.version,
      body: {},
    });
    const late = await preview(test, 'd.csv', csv(before), query);
    const refused = await commit(test, late.body);
    expect(refused).toMatchObject({ status: 409, body: { code: 'IMPORT_CHANGES_ISSUED' } });
    const still = await test.request('GET', '/api/v1/tasks?ledger=KT-2023-D&q=丙事', { as: CLERK });
    expect(still.body.items).toMatchObject([{ dueOn: '2023-07-31', originalDueOn: '2023-07-31' }]);
  });

  it('reads the kept file again when the user says what a column means, and can be dropped', async () => {
    const strange = Buffer.from('序号,要做的这一桩,牵头单位,完成时限\n1,清单调整,区司法局,6月底前\n');
    const query = 'year=2023&issuedOn=2023-01-10&ledger=KT-2023-E';
    const { body } = await preview(test, 'strange.csv', strange, query);
    expect(body.rows).toEqual([]);
    expect((await commit(test, body)).body.code).toBe('IMPORT_EMPTY');
    const mapped = await test.request('PUT', `/api/v1/ledger-imports/${body.id}/mapping`, {
      as: CLERK,
      version: body.version,
      body: { mapping: { 要做的这一桩: 'TITLE' } },
    });
    expect(mapped).toMatchObject({
      status: 200,
      body: { summary: { ready: 1 }, rows: [{ title: '清单调整' }] },
    });
    const url = `/api/v1/ledger-imports/${body.id}`;
    expect((await test.request('DELETE', url, { as: CLERK, version: 9 })).status).toBe(412);
    expect((await test.request('DELETE', url, { as: CLERK, version: mapped.body.version })).status).toBe(204);
    expect((await test.request('GET', url, { as: CLERK })).body.state).toBe('DISCARDED');
    expect((await commit(test, mapped.body)).body.code).toBe('IMPORT_NOT_OPEN');
  });

  it('is the office’s: a department may neither bring a ledger nor look at a preview', async () => {
    const { body } = await preview(test, 'sample-2023.xlsx', SAMPLE);
    const seen = await test.request('GET', `/api/v1/ledger-imports/${body.id}`, { as: 'SFJ-LIAISON' });
    expect(seen).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } });
  });

  it('refuses what is no ledger, what is no file and what is broken', async () => {
    const empty = await preview(test, 'notes.txt', Buffer.from('今天天气不错'), 'year=2023&kind=NOTICE');
    expect(empty).toMatchObject({ status: 400, body: { code: 'IMPORT_EMPTY' } });
    const broken = await preview(test, 'broken.xlsx', Buffer.from('PK not really'));
    expect(broken.status).toBe(400);
    expect(broken.body.code).toMatch(/^FILE_/);
    const none = await test.request('POST', '/api/v1/ledger-imports?year=2023', { as: CLERK, body: {} });
    expect(none).toMatchObject({ status: 400, body: { code: 'UPLOAD_MISSING' } });
  });
});
