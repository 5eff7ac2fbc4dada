import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot, OPEN_JOB } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
];
const SFJ = 'SFJ-LIAISON';

describe.each(DATABASES)('a department’s month on one sheet, and its review, on %s', (name) => {
  let test: TestApp;
  let ledger: string;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledger = await issuedLedger(test, ROWS);
    await open('2023-01');
  });
  afterAll(() => test.close());

  const open = async (month: string) => {
    for (const job of [OPEN_JOB, FORMS_JOB])
      await test.app
        .get(JobRunner)
        .workSlot(test.app.get(JobRegistry).job(job), monthSlot(ledger, month), false);
  };
  const ask = (url: string, as: string) => test.request('GET', `/api/v1${url}`, { as });
  const sheet = async (month: string, as = SFJ) =>
    (await ask(`/reports/sheet?ledger=KT-2023&month=${month}`, as)).body;
  const queue = async (query = '', as = CLERK) => (await ask(`/reports/review-queue?${query}`, as)).body;
  const tell = (url: string, as: string, version: number, body: object) =>
    test.request('POST', `/api/v1/reports/${url}`, { as, version, body });
  const accept = (reports: object[]) =>
    test.request('POST', '/api/v1/reports/accept', { as: CLERK, body: { reports } });

  it('shows all items with what is to be written, its light and what the month asks', async () => {
    const page = await sheet('2023-01');
    expect(page).toMatchObject({
      month: '2023-01',
      department: 'SFJ',
      reportsDueOn: '2023-01-20',
      reportsDueAt: '17:30',
      workingDaysLeft: 6,
      frozen: false,
      toWrite: 2,
    });
    expect(page.lines).toMatchObject([
      { taskNumber: '1', role: 'LEAD', isFirstLead: true, light: 'GREEN', editable: true, lastMonth: null },
      { taskNumber: '2', report: { state: 'DRAFT', submissions: 0, version: 1 } },
    ]);
    expect(page.lines[0].explanation).not.toBe('');
  });

  it('keeps a draft as it is written; a save that changes nothing is no new version', async () => {
    const { report } = (await sheet('2023-01')).lines[0];
    const put = (version: number, body: object) =>
      test.request('PUT', `/api/v1/reports/${report.id}`, { as: SFJ, version, body });
    expect((await put(1, { text: '已启动' })).body).toMatchObject({ version: 2 });
    expect((await put(2, { text: '已启动 ' })).body).toMatchObject({ version: 2, text: '已启动' });
    const stale = await put(1, { problems: '另一处打开的页面' });
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'STALE_VERSION', details: { by: SFJ, holder: 'SFJ联络员', fields: ['text'] } },
    });
    expect(stale.body.details.at).toBeGreaterThan(0);
  });

  it('is a department’s own; the office names one, and a foreign one is like none', async () => {
    expect((await sheet('2023-01', 'CZJ-HEAD')).lines).toMatchObject([{ taskNumber: '1', role: 'SUPPORT' }]);
    const url = '/reports/sheet?ledger=KT-2023&month=2023-01';
    expect((await ask(`${url}&department=SFJ`, CLERK)).body.lines).toHaveLength(2);
    expect((await ask(url, CLERK)).body).toMatchObject({ code: 'DEPARTMENT_NOT_NAMED' });
    const foreign = await ask(`${url}&department=SFJ`, 'CZJ-HEAD');
    const none = await ask(`${url}&department=NONE`, 'CZJ-HEAD');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'DEPARTMENT_NOT_VISIBLE']);
    expect(foreign.body).toEqual(none.body);
  });

  it('queues reports for review, the first handed in first, each with its neighbours', async () => {
    const { lines } = await sheet('2023-01');
    for (const [i, line] of lines.entries())
      await tell(`${line.report.id}/submit`, SFJ, line.report.version, {
        text: '进展',
        claimedProgress: 20 + i,
      });
    const { total, items } = await queue();
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { taskNumber: '1', previousId: null, nextId: items[1].id, jump: null, plain: true },
      { taskNumber: '2', previousId: items[0].id, nextId: null, department: 'SFJ' },
    ]);
    const second = await queue(`limit=1&after=${(await queue('limit=1')).next}`);
    expect(second.items).toMatchObject([{ taskNumber: '2', previousId: items[0].id }]);
    expect((await queue('ledger=KT-2023&month=2023-01&department=CZJ')).total).toBe(0);
    expect((await ask('/reports/review-queue', SFJ)).status).toBe(403);
  });

  it('accepts many at once, all of them or none (REPORTS_NOT_ACCEPTED)', async () => {
    const { items } = await queue();
    const wanted = items.map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    const refused = await accept([wanted[0], { ...wanted[1], version: 99 }]);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'REPORTS_NOT_ACCEPTED',
        details: { faults: [{ id: wanted[1].id, code: 'STALE_VERSION' }] },
      },
    });
    expect((await queue()).total).toBe(2);
    const done = await accept([wanted[0], { ...wanted[1], verifiedProgress: 15 }]);
    expect(done.body.items).toMatchObject([
      { state: 'ACCEPTED', verifiedProgress: 20 },
      { state: 'ACCEPTED', verifiedProgress: 15 },
    ]);
    expect((await queue('state=ACCEPTED')).total).toBe(2);
  });

  it('lays last month beside this one, and tells the jump beyond what was verified', async () => {
    await test.holdDay('2023-02-06');
    await test.request('POST', '/api/v1/rounds/freeze', {
      as: DIRECTOR,
      body: { ledger: 'KT-2023', month: '2023-01' },
    });
    await open('2023-02');
    const frozen = await sheet('2023-01');
    expect(frozen).toMatchObject({ frozen: true, lines: [{ editable: false, light: 'GREEN' }, {}] });
    const { lines } = await sheet('2023-02');
    expect(lines[1]).toMatchObject({
      editable: true,
      verifiedBefore: 15,
      lastMonth: { state: 'ACCEPTED', text: '进展', claimedProgress: 21, verifiedProgress: 15 },
    });
    await tell(`${lines[1].report.id}/submit`, SFJ, lines[1].report.version, {
      text: '加快',
      claimedProgress: 60,
    });
    expect((await queue()).items).toMatchObject([
      { lastVerified: 15, jump: 45, plain: false, lastText: '进展' },
    ]);
  });
});
