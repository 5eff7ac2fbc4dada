import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot, OPEN_JOB } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '2023年1月20日前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
  ['3', '公正司法', '监督', '案卷评查', '区教育局', '', '11月底前'],
];
const SFJ = 'SFJ-LIAISON';

interface Figure {
  n: number;
  list: string;
}

/** Every figure of an answer, wherever it stands. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('n' in value && 'list' in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

describe.each(DATABASES)('the workbench on %s', (name) => {
  let test: TestApp;
  let ledger: string;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledger = await issuedLedger(test, ROWS);
    for (const job of [OPEN_JOB, FORMS_JOB])
      await test.app
        .get(JobRunner)
        .workSlot(test.app.get(JobRegistry).job(job), monthSlot(ledger, '2023-01'), false);
  });
  afterAll(() => test.close());

  const bench = async (as: string) => (await test.request('GET', '/api/v1/workbench', { as })).body;
  const formOf = async (number: string) => {
    const reports = await test.request('GET', `/api/v1/reports?ledger=${ledger}`, { as: SFJ });
    return reports.body.items.find((item: { taskNumber: string }) => item.taskNumber === number);
  };
  const submit = async (number: string, body: object) => {
    const form = await formOf(number);
    const url = `/api/v1/reports/${form.id}/submit`;
    return (await test.request('POST', url, { as: SFJ, version: form.version, body })).body;
  };
  /** Each figure is the number of records its list shows to the same person. */
  const expectFiguresTrue = async (as: string) => {
    const figures = figuresIn(await bench(as));
    expect(figures.length).toBeGreaterThan(5);
    for (const { n, list } of figures) {
      const join = list.includes('?') ? '&' : '?';
      const listed = await test.request('GET', `/api/v1${list}${join}limit=100`, { as });
      expect([list, listed.status, listed.body.items?.length]).toEqual([list, 200, n]);
    }
  };

  it('tells the office where the month stands, with the working days left until the freeze', async () => {
    const [month] = (await bench(CLERK)).months;
    expect(month).toMatchObject({
      ledger: { code: 'KT-2023' },
      month: '2023-01',
      state: 'OPEN',
      stateLabel: '已开启',
      reportsDueOn: '2023-01-20',
      freezeOn: '2023-01-31',
      // The Spring Festival lies between.
      workingDaysToFreeze: 10,
      provisional: false,
      reports: { due: 4, handedIn: { n: 0 }, missing: { n: 4 } },
    });
  });

  it('counts reports as they come in, are returned and accepted; every figure has its records', async () => {
    await submit('1', { text: '已启动', claimedProgress: 10 });
    const second = await submit('2', { text: '方案已定', claimedProgress: 20 });
    await test.request('POST', `/api/v1/reports/${second.id}/return`, {
      as: CLERK,
      version: second.version,
      body: { reason: '请写明培训人数' },
    });
    const { months, office } = await bench(CLERK);
    expect(months[0].reports).toMatchObject({
      due: 4,
      handedIn: { n: 1 },
      toReview: { n: 1 },
      returned: { n: 1 },
      missing: { n: 2 },
    });
    expect(office.waiting[0]).toMatchObject({ kind: 'REPORTS', figure: { n: 1 }, oldestOn: '2023-01-12' });
    await expectFiguresTrue(CLERK);
  });

  it('tells a liaison what to report by when, what came back and why, and nothing of others', async () => {
    const { department, months, office, lights } = await bench(SFJ);
    expect(office).toBeNull();
    expect(department).toMatchObject({ code: 'SFJ', toTakeUp: [{ taskNumber: '1' }, { taskNumber: '2' }] });
    expect(department.forms).toMatchObject([
      { taskNumber: '1', state: 'SUBMITTED', reportsDueOn: '2023-01-20', lastLight: null },
      { taskNumber: '2', state: 'RETURNED', returnedReason: '请写明培训人数' },
    ]);
    expect(months[0].reports).toMatchObject({ due: 2, returned: { n: 1 } });
    expect(department.dueSoon).toMatchObject([{ taskNumber: '1', dueOn: '2023-01-20', daysLeft: 8 }]);
    expect(lights.now).toMatchObject({ RED: 0 });
    expect(JSON.stringify(await bench(SFJ))).not.toContain('案卷评查');
    await expectFiguresTrue(SFJ);
  });

  it('shows a red with its reason, by department and indicator, to office and leader alike', async () => {
    await test.holdDay('2023-01-28');
    const { lights } = await bench(DIRECTOR);
    expect(lights.reds[0]).toMatchObject({
      taskNumber: '1',
      department: 'SFJ',
      overdueDays: 8,
      redMonths: 1,
    });
    expect(lights.reds[0].explanation).toContain('逾期 8 天');
    const led = lights.departments.find(({ code }: { code: string }) => code === 'SFJ');
    expect(led).toMatchObject({ lights: { RED: 1 }, red: { n: 1 } });
    expect(lights.indicators.map(({ indicator }: { indicator: string }) => indicator)).toEqual([
      '依法行政',
      '公正司法',
    ]);
    await expectFiguresTrue(DIRECTOR);
    const own = await bench('CZJ-HEAD');
    expect(own.lights.departments).toEqual([]);
    expect(own.lights.reds.map(({ department }: { department: string }) => department)).toEqual(['CZJ']);
  });

  it('counts what waits for each hand: extensions at one’s rung, close-outs, objections', async () => {
    const task = await taskOf(test, '2');
    const asked = await test.request('POST', `/api/v1/tasks/${task.id}/extension-requests`, {
      as: SFJ,
      version: task.version,
      body: { newDueOn: '2023-11-30', reason: '会议延期', progressSoFar: '已完成一半' },
    });
    expect(asked).toMatchObject({ status: 201 });
    const third = await taskOf(test, '3');
    const closing = await test.request('POST', `/api/v1/tasks/${third.id}/close-out-requests`, {
      as: 'JYJ-LIAISON',
      body: { statement: '已全部评查' },
    });
    expect(closing.status).toBe(201);
    await workOutbox(test);
    const counts = async (as: string) =>
      Object.fromEntries(
        (await bench(as)).office.waiting.map((each: { kind: string; figure: Figure }) => [
          each.kind,
          each.figure.n,
        ]),
      );
    expect(await counts(CLERK)).toMatchObject({ REQUESTS_EXTENSION: 0, REQUESTS_CLOSE_OUT: 1 });
    expect(await counts(DIRECTOR)).toMatchObject({ REQUESTS_EXTENSION: 1, REQUESTS_CLOSE_OUT: 0 });
    await expectFiguresTrue(CLERK);
    await expectFiguresTrue(DIRECTOR);
  });

  it('names posts that stand empty, with the work that waits and who gets the letters meanwhile', async () => {
    const posts = await test.request('GET', '/api/v1/posts?department=CZJ', { as: CLERK });
    const post = posts.body.items.find(({ kind }: { kind: string }) => kind === 'LIAISON');
    await test.request('POST', '/api/v1/posts/CZJ-LIAISON/vacate', {
      as: CLERK,
      version: post.version,
      body: { lastDay: '2023-01-15' },
    });
    const { vacancies } = (await bench(CLERK)).office;
    expect(vacancies).toEqual([
      {
        department: 'CZJ',
        departmentName: '区财政局',
        kind: 'LIAISON',
        kindLabel: '联络员',
        postCode: 'CZJ-LIAISON',
        lastHolder: 'CZJ联络员',
        since: '2023-01-16',
        openTasks: 1,
        fallbackPost: 'CZJ-HEAD',
        fallbackHolder: 'CZJ负责人',
      },
    ]);
  });
});
