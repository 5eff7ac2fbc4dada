import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATABASES, openTestDatabase, type TestDatabase } from '../../../../test/support/databases.js';
import { makeMassData } from '../../../../test/support/mass-data.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { Job } from '../../../platform/jobs/job.js';
import { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { RunLedger } from '../../../platform/jobs/run-ledger.js';
import { FORMS_JOB, monthSlot } from '../../../platform/jobs/slot-names.js';
import { AssignmentStore } from '../../ledger/assignment.store.js';
import { LedgerReader } from '../../ledger/ledger.reader.js';
import { OwnLedger } from '../../ledger/own-ledger.js';
import { LedgerStore } from '../../ledger/ledger.store.js';
import { TaskFactsStore } from '../../ledger/task-facts.store.js';
import { ReportStore } from '../report.store.js';
import { OpenFormsJob } from './open-forms.job.js';

const TASKS = 2300;

describe.each(DATABASES)('reporting.open-forms on %s', (name) => {
  let test: TestDatabase;
  let ledgerId: string;
  let job: OpenFormsJob;
  let runner: JobRunner;
  let runs: RunLedger;

  beforeAll(async () => {
    test = await openTestDatabase(name);
    const { db } = test;
    const clock = new TestClock();
    const made = await makeMassData(db, {
      tasks: TASKS,
      departments: 3,
      overdueEvery: 10,
      lastDay: '2023-10-31',
    });
    ledgerId = made.ledgerId;
    const store = new LedgerStore(db);
    const ledgers = new LedgerReader(
      store,
      new TaskFactsStore(db),
      new AssignmentStore(db),
      new OwnLedger(db, store),
    );
    const audit = new AuditTrail(db, clock, Buffer.from('a key for the tests'));
    job = new OpenFormsJob(ledgers, new ReportStore(db), audit, new JobRegistry());
    runs = new RunLedger(db, clock, 'test');
    runner = new JobRunner(db, runs);
  });
  afterAll(() => test.close());

  const forms = async (month: string) =>
    (
      await test.db.read<{ n: number; parts: number }>(
        `SELECT CAST(COUNT(*) AS integer) AS n, CAST(COUNT(DISTINCT assignment_id) AS integer) AS parts
           FROM progress_report WHERE ledger_id = ? AND month = ? AND state = 'DRAFT'`,
        [ledgerId, month],
      )
    )[0];

  it('falls due on the issue date, then on the first of each month', async () => {
    expect(await job.slotsDue('2023-02-28')).toEqual([
      { slot: monthSlot(ledgerId, '2023-01'), scope: ledgerId, dueOn: '2023-01-10' },
      { slot: monthSlot(ledgerId, '2023-02'), scope: ledgerId, dueOn: '2023-02-01' },
    ]);
    expect(await job.slotsDue('2023-01-09')).toEqual([]);
  });

  it('goes on where an interrupted run had come to, and makes each form once', async () => {
    const slot = monthSlot(ledgerId, '2023-11');
    let steps = 0;
    const interrupted: Job = {
      name: FORMS_JOB,
      catchUp: 'all',
      slotsDue: async () => [],
      run: (run) =>
        job.run({
          slot: run.slot,
          madeUp: run.madeUp,
          cursor: run.cursor,
          finish: (deed) => run.finish(deed),
          part: (other, own) => run.part(other, own),
          step: async (deed) => {
            if (++steps === 2) throw new Error('power cut');
            await run.step(deed);
          },
        }),
    };
    await expect(runner.workSlot(interrupted, slot, false)).rejects.toThrow('power cut');
    expect(await forms('2023-11')).toEqual({ n: 1000, parts: 1000 });
    expect(await runner.workSlot(job, slot, false)).toBe(true);
    expect(await forms('2023-11')).toEqual({ n: TASKS, parts: TASKS });
    expect(await runs.resultOf(FORMS_JOB, slot)).toEqual({ forms: TASKS });
    expect(await runner.workSlot(job, slot, false)).toBe(false);
  });

  it('keeps the reports a month has already', async () => {
    // October's reports are in: no form is laid over them.
    expect(await runner.workSlot(job, monthSlot(ledgerId, '2023-10'), true)).toBe(true);
    expect(await forms('2023-10')).toEqual({ n: 0, parts: 0 });
  });
});
