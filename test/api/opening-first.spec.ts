import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DispatchJobs } from '../../src/features/dispatch/dispatch-jobs.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { RunLedger } from '../../src/platform/jobs/run-ledger.js';
import { Scheduler } from '../../src/platform/jobs/scheduler.js';
import { CHASE_JOB, FORMS_JOB, FREEZE_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK_POST, makeMassData } from '../support/mass-data.js';

const TASKS = 6;
/** A process on a machine that nobody here can look at. */
const THERE = 'there-host/1/b';
const MONTH = '2023-11';

/** A month's forms say who owes a report in it; frozen without them it would find nothing missing. */
describe.each(DATABASES)('a month whose forms are not laid yet, on %s', (name) => {
  let test: TestApp;
  let slot: string;
  let there: RunLedger;

  beforeEach(async () => {
    test = await startTestApp(name);
    const plan = { tasks: TASKS, departments: 2, overdueEvery: 3, lastDay: '2023-11-30', supportEvery: 3 };
    const { ledgerId } = await makeMassData(test.db, { ...plan, issuedOn: '2023-11-02' });
    slot = monthSlot(ledgerId, MONTH);
    there = new RunLedger(test.db, test.app.get(Clock), THERE);
    await test.holdDay('2023-12-01');
  }, 60_000);
  afterEach(() => test.close());

  const look = () => test.app.get(Scheduler).look();
  const jobsBegun = async () =>
    (await test.db.read<{ job: string }>('SELECT DISTINCT job FROM schedule_run')).map(({ job }) => job);
  const supportReports = () =>
    test.db.read(`SELECT DISTINCT report_state AS state FROM task_snapshot WHERE role = 'SUPPORT'`);

  it('is not frozen while another process lays them, and by nobody where that failed; then with each report missing', async () => {
    const laying = await there.claim(FORMS_JOB, slot, true);
    await look();
    expect(await jobsBegun()).not.toContain(FREEZE_JOB);
    expect(await jobsBegun()).not.toContain(CHASE_JOB);
    await there.failed(laying!, 'the database went away');
    const seen = await look();
    expect(seen[FREEZE_JOB]?.done).toEqual([slot]);
    expect(await supportReports()).toEqual([{ state: 'MISSING' }]);
  });

  it('of a long standstill is begun by hand; what is no more than three months then follows, opened and frozen', async () => {
    await test.holdDay('2024-03-05');
    expect((await look())[FREEZE_JOB]?.done).toEqual([]);
    const body = { ledger: 'KT-2023', month: MONTH };
    expect(await test.request('POST', '/api/v1/rounds/freeze', { as: CLERK_POST, body })).toMatchObject({
      status: 200,
    });
    const seen = await look();
    const [ledgerId] = slot.split('/');
    const months = ['2023-12', '2024-01', '2024-02'].map((month) => `${ledgerId}/${month}`);
    expect([seen[FORMS_JOB]?.held, seen[FREEZE_JOB]?.done]).toEqual([[], months]);
    expect(await supportReports()).toEqual([{ state: 'MISSING' }]);
  });

  it('is not frozen on demand either: the other process is waited for, then the caller is told', async () => {
    Object.assign(test.app.get(DispatchJobs), { patienceMs: 0 });
    const laying = await there.claim(FORMS_JOB, slot, true);
    const freeze = () =>
      test.request('POST', '/api/v1/rounds/freeze', {
        as: CLERK_POST,
        body: { ledger: 'KT-2023', month: MONTH },
      });
    expect(await freeze()).toMatchObject({ status: 409, body: { code: 'FREEZE_IN_PROGRESS' } });
    expect(await jobsBegun()).not.toContain(FREEZE_JOB);
    await there.release(laying!);
    expect(await freeze()).toMatchObject({ status: 200 });
    expect(await supportReports()).toEqual([{ state: 'MISSING' }]);
  });
});
