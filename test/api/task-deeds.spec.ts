import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assignmentLifecycle } from '../../src/domain/task/assignment-lifecycle.js';
import { closeOutRequestLifecycle } from '../../src/domain/task/close-out-request-lifecycle.js';
import { extensionRequestLifecycle } from '../../src/domain/task/extension-request-lifecycle.js';
import { progressReportLifecycle } from '../../src/domain/task/progress-report-lifecycle.js';
import { taskLifecycle } from '../../src/domain/task/task-lifecycle.js';
import type { DeedOffer, TaskPageView } from '../../src/features/dashboard/task-page/present-task-page.js';
import { ImportPostsService } from '../../src/features/organization/import-posts.service.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { attemptsAt, type Attempt } from '../support/task-deed-attempts.js';
import { triedInVain } from '../support/tried-in-vain.js';

const LEADER = 'YFB-LEADER';
const ACTORS = [CLERK, DIRECTOR, LEADER, 'SFJ-LIAISON', 'SFJ-HEAD', 'CZJ-LIAISON', 'CZJ-HEAD'];

/** One standing of a task and of everything that belongs to it. */
interface Standing {
  task: string;
  part: string;
  report: string;
  closeOut: string;
  extension: string;
  openEnded: number;
  today: string;
}

const BASE: Standing = {
  task: 'IN_PROGRESS',
  part: 'IN_PROGRESS',
  report: 'SUBMITTED',
  closeOut: 'SUBMITTED',
  extension: 'SUBMITTED',
  openEnded: 1,
  today: '2023-01-12',
};

const each = (states: object, name: keyof Standing, more: Partial<Standing> = {}): Standing[] =>
  Object.keys(states).map((state) => ({ ...BASE, ...more, [name]: state }));

/** Every state of every table, and those that hang together once more together. */
const STANDINGS: Standing[] = [
  ...each(taskLifecycle.states, 'task'),
  ...each(taskLifecycle.states, 'task', { extension: 'APPROVED', closeOut: 'RETURNED', part: 'ISSUED' }),
  ...each(assignmentLifecycle.states, 'part', { task: 'ASSIGNED' }),
  ...each(assignmentLifecycle.states, 'part', { task: 'OBJECTED', openEnded: 0 }),
  ...each(assignmentLifecycle.states, 'part', { task: 'CANCELLED' }),
  ...each(assignmentLifecycle.states, 'part', { task: 'ASSIGNED', today: '2023-02-20' }),
  ...each(progressReportLifecycle.states, 'report'),
  ...each(progressReportLifecycle.states, 'report', { part: 'WITHDRAWN' }),
  ...each(closeOutRequestLifecycle.states, 'closeOut'),
  ...each(extensionRequestLifecycle.states, 'extension'),
  ...each(extensionRequestLifecycle.states, 'extension', { task: 'CLOSED', today: '2023-11-20' }),
];

describe.each(DATABASES)('what a task’s page offers is what is taken on %s', (name) => {
  let test: TestApp;
  let taskId: string;
  const page = async (as: string): Promise<TaskPageView> =>
    (await test.request('GET', `/api/v1/task-pages/${taskId}`, { as })).body;
  const post = (path: string, as: string, body: object, version?: number): Promise<TestResponse> =>
    test.request('POST', `/api/v1${path}`, { as, body, ...(version === undefined ? {} : { version }) });

  /** What the story needs to have happened before it begins. */
  const done = async (path: string, as: string, body: object, version?: number): Promise<void> => {
    const { status, body: answer } = await post(path, as, body, version);
    if (status >= 300) throw new Error(`${path} was answered ${JSON.stringify(answer)}`);
  };

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    const leader = `code,department,kind,holder,email,from,to\n${LEADER},YFB,LEADER,区领导,,2022-01-01,`;
    await test.app.get(ImportPostsService).import(Buffer.from(leader));
    await test.holdDay('2023-01-12');
    await issuedLedger(test, [
      ['1', '依法行政', '', '案卷评查', '区司法局', '区财政局、有关部门', '3月底前启动，10月底前完成'],
    ]);
    const task = await taskOf(test, '1');
    for (const part of task.assignments) {
      const as = `${part.department.code}-LIAISON`;
      await done(`/tasks/${task.id}/sign`, as, {}, part.version);
      await done('/reports', as, { assignmentId: part.id, month: '2023-01' });
    }
    const ask = { newDueOn: '2023-12-20', reason: '验收改期', progressSoFar: '已布设' };
    const version = (await taskOf(test, '1')).version;
    await done(`/tasks/${task.id}/extension-requests`, 'SFJ-HEAD', ask, version);
    const closing = { statement: '已完成', silenceExplanation: '无须报送', milestoneExplanation: '已并入' };
    await done(`/tasks/${task.id}/close-out-requests`, 'SFJ-LIAISON', closing);
    await test.db.unitOfWork.run(() => test.db.write("DELETE FROM outbox WHERE topic = 'closeout.decided'"));
    taskId = task.id;
  }, 60_000);
  afterAll(() => test.close());

  const stand = async (standing: Standing): Promise<void> => {
    await test.holdDay(standing.today);
    await test.db.unitOfWork.run(async () => {
      const set = (sql: string, ...values: unknown[]) => test.db.write(sql, values);
      await set('UPDATE task SET state = ?, open_ended = ?', standing.task, standing.openEnded);
      await set('UPDATE assignment SET state = ?', standing.part);
      await set('UPDATE progress_report SET state = ?, claimed_progress = 40', standing.report);
      await set('UPDATE close_out_request SET state = ?', standing.closeOut);
      await set('UPDATE extension_request SET state = ?', standing.extension);
    });
  };

  /** What every request needs to know of the task, as the office sees it. */
  const factsOf = async () => ({
    page: await page(CLERK),
    reports: (await test.request('GET', `/api/v1/reports?limit=100`, { as: CLERK })).body.items as {
      id: string;
      version: number;
    }[],
  });

  /** What is wrong with one offer, compared with what the request is answered; null where nothing is. */
  const faultOf = async (
    as: string,
    attempt: Attempt,
    offered: DeedOffer | undefined,
  ): Promise<string | null> => {
    const answer = await triedInVain(test, () => post(attempt.path, as, attempt.body, attempt.version));
    const taken = answer.status < 300;
    const agreed = taken === (offered?.possible ?? false);
    // A deed that is not offered is refused, whatever the reason; one that is shown as impossible says the very reason.
    const told = taken || offered === undefined || answer.body.title === offered.reason;
    if (agreed && told) return null;
    return `${as} ${attempt.deed}: ${JSON.stringify(offered)}, but ${answer.status} ${answer.body.title}`;
  };

  it('in every state, for everybody: offered and possible is taken, anything else is refused with the reason shown', async () => {
    const wrong: string[] = [];
    const seen = { possible: new Set<string>(), refused: new Set<string>(), tried: 0 };
    // The rules know no database: on the second one some standings will do.
    const standings = name === 'sqlite' ? STANDINGS : STANDINGS.filter(isSample);
    for (const standing of standings) {
      await stand(standing);
      const { page: facts, reports } = await factsOf();
      for (const as of ACTORS) {
        const { deeds } = await page(as);
        const part = facts.task.assignments.find(({ department }) => as.startsWith(`${department.code}-`));
        const attempts = attemptsAt(facts, reports, part?.version ?? 1);
        const untried = deeds.filter((offered) => !attempts.some((attempt) => isOf(attempt, offered)));
        wrong.push(...untried.map(({ deed }) => `${deed} is not tried`));
        for (const attempt of attempts) {
          const offered = deeds.find((each) => isOf(attempt, each));
          const fault = await faultOf(as, attempt, offered);
          if (fault !== null) wrong.push(`${JSON.stringify(standing)} ${fault}`);
          (offered?.possible ? seen.possible : seen.refused).add(attempt.deed);
          seen.tried += 1;
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(seen.tried).toBeGreaterThan(100 * standings.length);
    // Where everything was tried, every deed was seen both ways, or the comparison would say nothing.
    const all = standings.length === STANDINGS.length;
    expect(onlyRefused(seen).filter(() => all)).toEqual([]);
  }, 600_000);

  it('offers a foreign department nothing, since there is nothing', async () => {
    const answer = await test.request('GET', `/api/v1/task-pages/${taskId}`, { as: 'JYJ-LIAISON' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'TASK_NOT_FOUND' } });
    const none = await test.request('GET', '/api/v1/task-pages/none', { as: 'JYJ-LIAISON' });
    expect(answer.body).toEqual(none.body);
  });
});

function isOf(attempt: Attempt, offered: DeedOffer): boolean {
  return attempt.deed === offered.deed && attempt.path === offered.path;
}

/** Every seventh, and those that alone make some deed possible. */
function isSample({ closeOut, report, part }: Standing, i: number): boolean {
  return i % 7 === 0 || closeOut === 'VERIFIED' || report === 'ACCEPTED' || part === 'OBJECTED';
}

function onlyRefused({ refused, possible }: Record<'refused' | 'possible', ReadonlySet<string>>): string[] {
  return [...refused].filter((deed) => !possible.has(deed));
}
