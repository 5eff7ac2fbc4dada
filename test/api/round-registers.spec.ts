import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot, NOTICES_JOB } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { CourtOffice } from '../support/court-office.js';
import { DATABASES } from '../support/databases.js';
import { DecisionStory } from '../support/decisions.js';
import { issuedLedger, workOutbox } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';

const NUMBER = '（2023）津0105行初12号';

describe.each(DATABASES)('decisions and hearings in the monthly round on %s', (name) => {
  let test: TestApp;
  let court: CourtOffice;
  let ledgerId: string;
  let hearingId: string;
  let may: string;

  const ask = async (url: string, as = CLERK) => (await test.request('GET', `/api/v1${url}`, { as })).body;
  const tell = (url: string, body: object = {}, as = CLERK) =>
    test.request('POST', `/api/v1${url}`, { as, body });
  const work = (job: string, slot: string) =>
    test.app.get(JobRunner).workSlot(test.app.get(JobRegistry).job(job), slot, false);
  const notices = (day: string) => work(NOTICES_JOB, `registers/${day}`);
  const ofHearings = async (as = CLERK) =>
    (await ask('/reminders?limit=100', as)).items.filter((one: { taskId: string | null }) => one.taskId === null);
  const freeze = async (month: string) => (await tell('/rounds/freeze', { ledger: 'KT-2023', month })).body;
  const roundOf = async (month: string) =>
    (await ask('/rounds?ledger=KT-2023')).find((one: { month: string }) => one.month === month).id;

  beforeAll(async () => {
    test = await startTestApp(name);
    court = new CourtOffice(test);
    await openOffice(test);
    await test.holdDay('2023-01-12');
    ledgerId = await issuedLedger(test, [['1', '依法行政', '案卷', '案卷评查', '区司法局', '', '10月底前']]);
    await test.holdDay('2023-04-05');
    const { id } = (await court.register()).body;
    hearingId = await court.schedule(id, '2023-05-10');
    await DecisionStory.begin(test, '2023-01', '2023-05-25');
  }, 60_000);
  afterAll(() => test.close());

  it('a hearing is told 7 days ahead to head and liaison once, however often the day is worked', async () => {
    await test.holdDay('2023-05-04');
    await notices('2023-05-04');
    await test.db.unitOfWork.run(() => test.db.write(`DELETE FROM schedule_run WHERE job = '${NOTICES_JOB}'`));
    await notices('2023-05-04');
    const told = await ofHearings();
    expect(told.map((one: { recipient: string }) => one.recipient).sort()).toEqual(['HEAD', 'LIAISON']);
    expect(told[0]).toMatchObject({ taskNumber: NUMBER, ledgerId: null, rung: 'HEARING_7' });
    await workOutbox(test);
    const [digest] = (await ask('/digests', 'RSJ-HEAD')).items;
    expect((await ask(`/digests/${digest.id}`, 'RSJ-HEAD')).text).toContain(NUMBER);
    expect(await ofHearings('GAJ-HEAD')).toEqual([]);
  });

  it('a late decision and a missing form stand red in the month: previewed as frozen, flagged, each its own department’s', async () => {
    await test.holdDay('2023-05-31', '20:00');
    for (const month of ['2023-01', '2023-02', '2023-03', '2023-04']) await freeze(month);
    await work(FORMS_JOB, monthSlot(ledgerId, '2023-05'));
    const previewed = await ask('/rounds/preview?ledger=KT-2023&month=2023-05');
    const rows = await ask('/rounds/preview/registers?ledger=KT-2023&month=2023-05');
    const frozen = await freeze('2023-05');
    expect({ ...frozen, alreadyDone: false }).toEqual(previewed);
    expect(frozen.tasks).toBe(1);
    may = await roundOf('2023-05');
    expect(await ask(`/rounds/${may}/registers`)).toEqual(rows);
    expect(rows).toMatchObject({
      totals: [{ register: 'DECISIONS', total: 1, lights: { RED: 1 } }, { register: 'HEARINGS', total: 1, lights: { RED: 1 } }],
      rows: [
        { register: 'DECISIONS', number: '2023-01', departmentCode: 'CGW', rule: 'OVERDUE', dueOn: '2023-05-25', overdueDays: 6 },
        { departmentCode: 'RSJ', light: 'RED', rule: 'FORM_MISSING', dueOn: '2023-05-11', overdueDays: 20 },
      ],
    });
    expect((await ask(`/rounds/${may}/registers`, 'RSJ-LIAISON')).rows).toEqual([rows.rows[1]]);
    expect((await ask(`/rounds/${may}/registers`, 'CGW-HEAD')).rows).toEqual([rows.rows[0]]);
    expect((await ask(`/rounds/${may}/registers`, 'GAJ-LIAISON')).rows).toEqual([]);
    expect(await test.db.read('SELECT raised_in AS "raisedIn", cleared_in AS "clearedIn" FROM register_flag')).toEqual([
      { raisedIn: '2023-05', clearedIn: null },
      { raisedIn: '2023-05', clearedIn: null },
    ]);
  });

  it('the bulletin tells it from the frozen month, beside the tasks and not among them', async () => {
    const { id } = (await tell(`/rounds/${may}/bulletin`, {}, DIRECTOR)).body;
    const paper = String(await ask(`/bulletins/${id}/files/md`));
    expect(paper).toContain('行政机关负责人出庭应诉');
    expect(paper).toContain('年度目录内事项1项，已完成0项，正在推进1项。需要关注的1项');
    expect(paper).toContain('共有任务1项');
  });

  it('once the form is in, the flag is cleared in the next month, and May stays as it was', async () => {
    const before = await ask(`/rounds/${may}/registers`);
    await test.holdDay('2023-06-01');
    expect((await court.attend(hearingId, 'RSJ-LIAISON')).status).toBe(200);
    await test.holdDay('2023-06-30', '20:00');
    await freeze('2023-06');
    const flags = `SELECT register, cleared_in AS "clearedIn" FROM register_flag ORDER BY register`;
    expect(await test.db.read(flags)).toEqual([
      { register: 'DECISIONS', clearedIn: null },
      { register: 'HEARINGS', clearedIn: '2023-06' },
    ]);
    expect((await ask(`/rounds/${await roundOf('2023-06')}/registers`)).rows).toMatchObject([{ register: 'DECISIONS', overdueDays: 36 }]);
    expect(await ask(`/rounds/${may}/registers`)).toEqual(before);
  });

  it('the numbers of the year come with the records behind them, as of any day', async () => {
    const figures = await ask('/figures?year=2023');
    const of = (id: string, list = figures) => list.find((one: { id: string }) => one.id === id);
    expect(of('appearance.rate')).toMatchObject({ value: 100, records: [expect.stringContaining(NUMBER)] });
    expect(of('appearance.obligations')).toMatchObject({ value: 1, asOf: '2023-06-30' });
    expect(of('decisions.identified')).toMatchObject({ value: 1, records: [expect.any(String)] });
    expect(of('decisions.finished')).toMatchObject({ value: 0, records: [] });
    const before = await ask('/figures?year=2023&asOf=2023-05-09');
    expect(of('appearance.rate', before)).toMatchObject({ value: null, records: [] });
    expect((await test.request('GET', '/api/v1/figures?year=2023', { as: 'RSJ-HEAD' })).status).toBe(403);
  });

  it('a department that becomes a party later is told for itself, though the other has been', async () => {
    await test.holdDay('2023-07-10');
    const { id } = (await court.register({}, { number: '（2023）津0105行初13号', filedOn: '2023-07-03' })).body;
    await court.schedule(id, '2023-07-20');
    const told = async (as: string) =>
      (await ofHearings(as)).filter((one: { taskNumber: string }) => one.taskNumber.includes('初13号')).length;
    await test.holdDay('2023-07-13');
    await notices('2023-07-13');
    expect([await told('RSJ-HEAD'), await told('CGW-HEAD')]).toEqual([2, 0]);
    const [instance] = (await court.show(id)).instances;
    const parties = ['RSJ', 'CGW'].map((department) => ({ department, role: 'DEFENDANT' }));
    const { level, number, court: place, filedOn } = instance;
    const body = { level, number, court: place, filedOn, parties };
    expect((await court.deed('PATCH', `court-cases/${id}/instances/${instance.id}`, body)).status).toBe(200);
    await test.holdDay('2023-07-14');
    await notices('2023-07-14');
    expect([await told('RSJ-HEAD'), await told('CGW-HEAD')]).toEqual([2, 2]);
  });
}); // prettier-ignore
