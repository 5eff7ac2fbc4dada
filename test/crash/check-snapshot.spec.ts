import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '../../src/platform/config/settings.js';
import { Scheduler } from '../../src/platform/jobs/scheduler.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeMassData } from '../support/mass-data.js';
import { checkForms } from './check-snapshot.js';
import { noFindings } from './findings.js';

const TASKS = 6;
/** A lead each, and every third has a supporting department as well. */
const PARTS = 8;

/** The judge of the crash cases, held against a database in which something is wrong. */
describe('the check of the forms of frozen months', () => {
  let test: TestApp;
  let data: string;

  beforeAll(async () => {
    test = await startTestApp('sqlite');
    data = test.app.get(Settings).DIAODU_DATA_DIR;
    const plan = { tasks: TASKS, departments: 2, overdueEvery: 3, lastDay: '2023-11-30', supportEvery: 3 };
    await makeMassData(test.db, { ...plan, issuedOn: '2023-11-02' });
    await test.holdDay('2024-01-10');
    await test.app.get(Scheduler).look();
  }, 60_000);
  afterAll(() => test.close());

  const change = (sql: string) => test.db.unitOfWork.run(() => test.db.write(sql));

  it('finds nothing where two months were opened and frozen and a third was opened', async () => {
    const rounds = await test.db.read('SELECT month, state FROM dispatch_round ORDER BY month');
    expect(rounds).toEqual([
      { month: '2023-11', state: 'FROZEN' },
      { month: '2023-12', state: 'FROZEN' },
      { month: '2024-01', state: 'OPEN' },
    ]);
    expect(checkForms(data)).toEqual(noFindings());
  });

  it('tells a month whose forms are gone, though its snapshot does not show it', async () => {
    await change(`DELETE FROM progress_report WHERE month = '2023-12'`);
    expect(checkForms(data)).toEqual({
      ...noFindings(),
      lost: [`forms of 2023-12: ${PARTS} parts have none`],
    });
  });

  it('tells a month that was frozen as if no form had been laid', async () => {
    await change(
      `UPDATE task_snapshot SET report_state = 'NOT_REQUIRED' WHERE department_code <> ''
          AND round_id = (SELECT id FROM dispatch_round WHERE month = '2023-11')`,
    );
    expect(checkForms(data).faults).toEqual([
      `snapshot 2023-11: ${PARTS} parts owe no report, as if no form was laid`,
    ]);
  });
});
