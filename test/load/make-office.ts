import type { Day } from '../../src/domain/calendar/day.js';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { bulkInsert } from '../../src/platform/database/bulk-insert.js';
import { newId } from '../../src/platform/database/id.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import type { TestApp } from '../support/app.js';
import { makeMassData } from '../support/mass-data.js';

export const MONTH = '2023-11';
const DEPARTMENTS = 41;
const OFFICERS = 10;

/** An officer who will file reports: his user name and password, and the reports that are his. */
export interface Officer {
  username: string;
  password: string;
  reports: { id: string; taskId: string }[];
}

/** Whoever else is at work: the clerk who freezes the month, and leaders who look at the board. */
export interface Colleague {
  username: string;
  password: string;
}

export interface Office {
  officers: Officer[];
  clerk: Colleague;
  leaders: Colleague[];
}

const LEADERS = 20;

/**
 * An office on the last afternoon for reports: 41 departments with ten liaison officers each, one to five reports for
 * every one of them. Everything but the rows of the ledger comes in through the program's own services.
 */
export async function makeOffice(
  test: TestApp,
  perOfficer: () => number,
  day: Day = '2023-11-24',
): Promise<Office> {
  const plan = {
    tasks: DEPARTMENTS * OFFICERS * 5,
    departments: DEPARTMENTS,
    // What the office had accepted lies a month back; November's forms are laid by the program's own job.
    lastDay: '2023-10-31',
    issuedOn: '2023-11-02',
  };
  const { ledgerId, departmentIds } = await makeMassData(test.db, plan);
  const home = departmentIds[0] ?? '';
  const liaisons = departmentIds.flatMap((departmentId, d) =>
    Array.from({ length: OFFICERS }, (_, n) => ({
      code: `LOAD-${d + 1}-${n + 1}`,
      departmentId,
      kind: 'LIAISON',
    })),
  );
  const leading = Array.from({ length: LEADERS }, (_, n) => ({
    code: `LOAD-L${n + 1}`,
    departmentId: home,
    kind: 'LEADER',
  }));
  const clerking = { code: 'LOAD-CLERK', departmentId: home, kind: 'CLERK' };
  const posts = [...liaisons, ...leading, clerking];
  await test.db.unitOfWork.run(() =>
    bulkInsert(
      test.db,
      'post',
      ['id', 'code', 'department_id', 'kind', 'holder', 'email', 'from_day', 'version'],
      posts.map(({ code, departmentId, kind }) => [
        newId(),
        code,
        departmentId,
        kind,
        `${code}某`,
        '',
        '2022-01-01',
        1,
      ]),
    ),
  );
  await test.holdDay(day, '16:30');
  await test.app
    .get(JobRunner)
    .workSlot(test.app.get(JobRegistry).job(FORMS_JOB), monthSlot(ledgerId, MONTH), false);
  const rows = await test.db.read<{ id: string; taskId: string; departmentId: string }>(
    'SELECT id, task_id AS "taskId", department_id AS "departmentId" FROM progress_report WHERE month = ? ORDER BY id',
    [MONTH],
  );
  const passwords = await test.app.get(AccountsService).prepare(posts.length);
  return actAs(systemActor('cli', 'load'), () =>
    test.db.unitOfWork.run(async () => {
      const office: Office = { officers: [], leaders: [], clerk: { username: '', password: '' } };
      for (const [place, { code, departmentId, kind }] of posts.entries()) {
        const password = passwords[place] as (typeof passwords)[number];
        const username = code.toLowerCase();
        const wish = { username, name: code, isDemonstration: true };
        const { account } = await test.app.get(AccountsService).make(wish, password);
        await test.app.get(GrantsService).grant(account.id, code);
        const person = { username, password: password.plain };
        if (kind === 'CLERK') office.clerk = person;
        else if (kind === 'LEADER') office.leaders.push(person);
        else {
          const own = rows.filter((row) => row.departmentId === departmentId);
          const from = (place % OFFICERS) * 5;
          office.officers.push({ ...person, reports: own.slice(from, from + perOfficer()) });
        }
      }
      return office;
    }),
  );
}
