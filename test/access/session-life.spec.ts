import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { cookiesOf } from '../support/cookies.js';
import { DATABASES } from '../support/databases.js';
import { manyAccounts, type StoryAccount } from '../support/many-accounts.js';
import { MovingClock } from '../support/moving-clock.js';
import { openOffice } from '../support/office.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';

const FIRST = 'Xk7-moonlit-road';
const NEXT = 'Yq3-riverbank-9';
const MINUTE = 60_000;

describe.each(DATABASES)('how long a cookie opens anything on %s', (name) => {
  let test: TestApp;
  let clock: MovingClock;
  let accounts: StoryAccount[];
  let place = 0;
  let account: StoryAccount;
  let browser: Browser;

  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    clock = new MovingClock(test.app);
    accounts = await manyAccounts(test, 12, FIRST);
  });
  afterAll(() => test.close());

  /** A liaison officer who has signed in and holds a post, another one for every story. */
  beforeEach(async () => {
    account = accounts[place++] as StoryAccount;
    await asSystem(() => test.app.get(GrantsService).grant(account.id, `${['SFJ', 'CZJ', 'YJJ', 'SWJ', 'JYJ', 'GAJ', 'MZJ', 'RSJ', 'ZJW', 'NYW', 'WJW', 'SJJ'][place - 1]}-LIAISON`)); // prettier-ignore
    browser = new Browser(test, `10.0.1.${place}`);
    await browser.signIn(account.username, FIRST);
    await browser.send('PUT', 'session/password', { current: FIRST, next: NEXT });
  });

  const asSystem = <T>(deed: () => Promise<T>): Promise<T> => actAs(systemActor('cli', 'test'), deed);

  /** What the given cookie opens, sent from a browser that keeps nothing. */
  async function withCookie(value: string | undefined): Promise<TestResponse> {
    return test.request('GET', '/api/v1/tasks', { headers: { cookie: `diaodu_session=${value}` } });
  }

  const refused = (reason: string) => ({
    status: 401,
    body: { code: 'SIGN_IN_REQUIRED', details: { reason } },
  });

  it('no longer than to signing out', async () => {
    const old = browser.cookies.get('diaodu_session');
    await browser.send('DELETE', 'session');
    expect(browser.cookies.has('diaodu_session')).toBe(false);
    expect(await withCookie(old)).toMatchObject(refused('ENDED'));
  });

  it('no longer than to a change of the password, here and in every other browser', async () => {
    const old = browser.cookies.get('diaodu_session');
    const other = new Browser(test, '10.0.2.1');
    await other.signIn(account.username, NEXT);
    await browser.send('PUT', 'session/password', { current: NEXT, next: 'Wm5-harvest-moon' });
    expect(await withCookie(old)).toMatchObject(refused('UNKNOWN'));
    expect((await browser.send('GET', 'tasks')).status).toBe(200);
    expect(await other.send('GET', 'tasks')).toMatchObject(refused('ENDED'));
  });

  it('no longer than to a reset of the password or to the end of the account', async () => {
    const accountsService = test.app.get(AccountsService);
    const { version } = await accountsService.one(account.id);
    const { firstPassword } = await asSystem(() => accountsService.resetPassword(account.id, version));
    expect(await browser.send('GET', 'tasks')).toMatchObject(refused('ENDED'));
    await browser.signIn(account.username, firstPassword);
    expect((await browser.send('GET', 'session')).status).toBe(200);
    const now = await accountsService.one(account.id);
    await asSystem(() => accountsService.disable(account.id, now.version, '调离'));
    expect(await browser.send('GET', 'session')).toMatchObject(refused('ENDED'));
  });

  it('to nothing of a post that was taken back, from the next request on', async () => {
    const grants = test.app.get(GrantsService);
    const grant = (await grants.of([account.id])).get(account.id)?.[0];
    await asSystem(() => grants.revoke(account.id, grant?.id ?? ''));
    expect(await browser.send('GET', 'tasks')).toMatchObject({ status: 403, body: { code: 'NO_POST_HELD' } });
  });

  it('not under its old value once another post was chosen', async () => {
    await asSystem(() => test.app.get(GrantsService).grant(account.id, 'YFB-HEAD'));
    const old = browser.cookies.get('diaodu_session');
    expect((await browser.send('POST', 'session/post', { post: 'YFB-HEAD' })).status).toBe(200);
    expect(await withCookie(old)).toMatchObject(refused('UNKNOWN'));
    expect((await browser.send('GET', 'session')).body.post.code).toBe('YFB-HEAD');
    await asSystem(async () => {
      const grants = test.app.get(GrantsService);
      const head = (await grants.of([account.id]))
        .get(account.id)
        ?.find(({ postCode }) => postCode === 'YFB-HEAD');
      await grants.revoke(account.id, head?.id ?? '');
    });
  });

  it('30 idle minutes, counted from the last request', async () => {
    for (let i = 0; i < 4; i++) {
      clock.pass(29 * MINUTE);
      expect((await browser.send('GET', 'tasks')).status).toBe(200);
    }
    clock.pass(31 * MINUTE);
    expect(await browser.send('GET', 'tasks')).toMatchObject(refused('IDLE'));
  });

  it('twelve hours, however busy', async () => {
    for (let i = 0; i < 35; i++) {
      clock.pass(20 * MINUTE);
      expect((await browser.send('GET', 'session')).status).toBe(200);
    }
    clock.pass(20 * MINUTE);
    expect(await browser.send('GET', 'session')).toMatchObject(refused('EXPIRED'));
  });

  it('to one’s own session only once the password is older than its 90 days', async () => {
    clock.pass(90 * 24 * 60 * MINUTE);
    expect((await browser.signIn(account.username, NEXT)).body.mustChangePassword).toBe(true);
    expect((await browser.send('GET', 'tasks')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  it('and its value is 256 random bits that stand nowhere in the database', async () => {
    const values = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const [session] = cookiesOf(await browser.signIn(account.username, NEXT));
      expect(Buffer.from(session?.value ?? '', 'base64url')).toHaveLength(32);
      values.add(session?.value ?? '');
      const kept = await test.db.read('SELECT * FROM session');
      expect(JSON.stringify(kept)).not.toContain(session?.value);
    }
    expect(values.size).toBe(5);
  });
});
