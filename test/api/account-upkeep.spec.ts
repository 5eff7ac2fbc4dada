import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { UPKEEP_JOB } from '../../src/features/identity/upkeep/upkeep.job.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { DATABASES } from '../support/databases.js';
import { manyAccounts, type StoryAccount } from '../support/many-accounts.js';
import { MovingClock } from '../support/moving-clock.js';

const PASSWORD = 'Xk7-moonlit-road';
const DAY = 86_400_000;

describe.each(DATABASES)('accounts nobody signs in to, on %s', (name) => {
  let test: TestApp;
  let clock: MovingClock;
  let idle: StoryAccount;
  let used: StoryAccount;
  let night = 0;

  beforeAll(async () => {
    test = await startTestApp(name);
    clock = new MovingClock(test.app);
    [idle, used] = (await manyAccounts(test, 2, PASSWORD)) as [StoryAccount, StoryAccount];
  });
  afterAll(() => test.close());

  /** The job of one night; gives what it did. */
  async function runNight(): Promise<{ disabled: string[]; forgotten: number }> {
    const day = `2031-01-${String(++night).padStart(2, '0')}`;
    await test.app.get(JobRunner).workDue(test.app.get(JobRegistry).job(UPKEEP_JOB), day, 3);
    const rows = await test.db.read<{ result: string }>('SELECT result FROM schedule_run WHERE job = ? AND slot = ?', [UPKEEP_JOB, day]); // prettier-ignore
    return JSON.parse(rows[0]?.result ?? 'null') as { disabled: string[]; forgotten: number };
  }

  const state = async (id: string) =>
    (await test.request('GET', `/api/v1/accounts/${id}`, { as: 'SYSADMIN' })).body;

  it('are stopped after 90 days with the reason, and so are their sessions; others and the demonstration’s are not', async () => {
    const browser = new Browser(test);
    await browser.signIn(idle.username, PASSWORD);
    clock.pass(60 * DAY);
    await new Browser(test).signIn(used.username, PASSWORD);
    expect(await runNight()).toMatchObject({ disabled: [] });
    clock.pass(30 * DAY);
    expect(await runNight()).toMatchObject({ disabled: [idle.username] });
    const [stopped] = await test.db.read<{ state: string; reason: string }>('SELECT state, state_reason AS reason FROM account WHERE id = ?', [idle.id]); // prettier-ignore
    expect(stopped).toEqual({ state: 'DISABLED', reason: '连续 90 天未登录，自动停用' });
    const events = await test.db.read(`SELECT actor, object_id AS "objectId" FROM audit_event WHERE operation = 'identity.disableDormantAccount'`); // prettier-ignore
    expect(events).toEqual([{ actor: 'SYSTEM', objectId: idle.id }]);
    expect((await new Browser(test).signIn(idle.username, PASSWORD)).body.code).toBe('SIGN_IN_FAILED');
    expect((await state(used.id)).state).toBe('ACTIVE');
    expect(await runNight()).toMatchObject({ disabled: [] });
  });

  it('stay once an administrator has said that they are needed, for another 90 days', async () => {
    const { version } = await state(idle.id);
    await actAs(systemActor('cli', 'test'), () =>
      test.app.get(AccountsService).enable(idle.id, version, '返岗'),
    );
    expect(await runNight()).toMatchObject({ disabled: [] });
    expect((await state(idle.id)).state).toBe('ACTIVE');
  });

  it('leave nothing behind: sessions, counts and browsers older than 90 days are forgotten', async () => {
    await new Browser(test, '10.0.0.9').signIn(used.username, 'wrong');
    clock.pass(95 * DAY);
    expect((await runNight()).forgotten).toBeGreaterThan(3);
    for (const table of ['session', 'sign_in_throttle', 'known_device']) {
      expect([table, await test.db.read(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
    }
  });

  it('are found in the list the administrators check, which is put on record', async () => {
    const test2 = await startTestApp(name);
    const [one] = await manyAccounts(test2, 2, PASSWORD);
    expect((await test2.request('GET', '/api/v1/account-list')).status).toBe(401);
    const cookie = (await test2.signIn.cookieOf('AUDITOR')) ?? '';
    const file = await test2.app.inject({ method: 'GET', url: '/api/v1/account-list', headers: { host: '127.0.0.1', cookie } }); // prettier-ignore
    expect(String(file.headers['content-disposition'])).toContain('attachment');
    const document = JSON.stringify(await readOfficeFile(file.rawPayload, 'list.xlsx'));
    for (const text of ['用户名', one?.username ?? '', '从未登录', '审计管理员'])
      expect(document).toContain(text);
    const events = await test2.db.read(
      `SELECT after FROM audit_event WHERE operation = 'identity.exportAccounts'`,
    );
    expect(events).toEqual([{ after: '{"accounts":3}' }]);
    await test2.close();
  });
});
