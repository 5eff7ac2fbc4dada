import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BootstrapService } from '../../src/features/identity/bootstrap.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { cookiesOf } from '../support/cookies.js';
import { DATABASES } from '../support/databases.js';
import { openOffice } from '../support/office.js';

const THREE = [
  { duty: 'SYSADMIN', username: 'xitong', name: '系统管理员甲' },
  { duty: 'SECADMIN', username: 'anquan', name: '安全管理员乙' },
  { duty: 'AUDITOR', username: 'shenji', name: '审计管理员丙' },
];
const NEW = 'Xk7-moonlit-road';

describe.each(DATABASES)('accounts and sign-in on %s', (name) => {
  let test: TestApp;
  let first: Record<string, string>;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
  });
  afterAll(() => test.close());

  /** Signs in with a first password and changes it. */
  async function settled(username: string, password: string, next = NEW): Promise<Browser> {
    const browser = new Browser(test);
    expect((await browser.signIn(username, password)).status).toBe(201);
    expect((await browser.send('PUT', 'session/password', { current: password, next })).status).toBe(200);
    return browser;
  }

  it('begins with nobody: a one-time secret names the three administrators (BOOTSTRAP_SECRET_WRONG)', async () => {
    const visitor = new Browser(test);
    expect((await visitor.send('GET', 'session/options')).body).toMatchObject({
      bootstrapOpen: true,
      tls: 'OFF',
    });
    const begin = (secret: string, administrators: object[]) =>
      visitor.send('POST', 'bootstrap', { secret, administrators });
    expect((await begin('guess', THREE)).body.code).toBe('BOOTSTRAP_SECRET_WRONG');
    const secret = (await test.app.get(BootstrapService).secret()) as string;
    const twice = [THREE[0], THREE[0], THREE[2]] as object[];
    expect((await begin(secret, twice)).body.code).toBe('DUTIES_NOT_THREE');
    expect((await begin(secret, THREE.slice(1))).body.code).toBe('REQUEST_INVALID');
    const done = await begin(secret, THREE);
    expect(done.status).toBe(201);
    first = Object.fromEntries(
      done.body.administrators.map((one: { account: { duty: string }; firstPassword: string }) => [
        one.account.duty,
        one.firstPassword,
      ]),
    );
    expect((await begin(secret, THREE)).body.code).toBe('BOOTSTRAP_CLOSED');
    expect(await test.app.get(BootstrapService).secret()).toBeNull();
  });

  it('asks for a new password before anything else (PASSWORD_CHANGE_REQUIRED, PASSWORD_UNFIT)', async () => {
    const browser = new Browser(test);
    const session = await browser.signIn('xitong', first['SYSADMIN'] as string);
    expect(session.body).toMatchObject({
      account: { username: 'xitong' },
      post: { code: 'SYSADMIN/xitong', role: 'SYSADMIN' },
      mustChangePassword: true,
    });
    expect((await browser.send('GET', 'accounts')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
    const change = (current: string, next: string) =>
      browser.send('PUT', 'session/password', { current, next });
    expect((await change('wrong', NEW)).body.code).toBe('CURRENT_PASSWORD_WRONG');
    const unfit = await change(first['SYSADMIN'] as string, 'xitong-123456');
    expect(unfit.body).toMatchObject({ code: 'PASSWORD_UNFIT', details: { faults: expect.any(Array) } });
    const same = await change(first['SYSADMIN'] as string, first['SYSADMIN'] as string);
    expect(same.body.code).toBe('PASSWORD_USED_BEFORE');
    expect((await change(first['SYSADMIN'] as string, NEW)).body).toMatchObject({
      mustChangePassword: false,
    });
    expect((await browser.send('GET', 'accounts')).status).toBe(200);
  });

  it('gives a cookie no script reads, new at every sign-in whatever the browser sent (fixation)', async () => {
    const browser = new Browser(test);
    browser.cookies.set('diaodu_session', 'planted');
    const answer = await browser.signIn('xitong', NEW);
    const session = cookiesOf(answer).find((cookie) => cookie.name === 'diaodu_session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(session?.value).not.toBe('planted');
    const again = await browser.signIn('xitong', NEW);
    expect(cookiesOf(again)[0]?.value).not.toBe(session?.value);
  });

  it('keeps the three apart, and whoever administers out of the office’s business (ROLE_NOT_ALLOWED)', async () => {
    const sysadmin = new Browser(test);
    await sysadmin.signIn('xitong', NEW);
    const secadmin = await settled('anquan', first['SECADMIN'] as string);
    const auditor = await settled('shenji', first['AUDITOR'] as string);
    for (const browser of [sysadmin, secadmin, auditor]) {
      expect((await browser.send('GET', 'tasks')).body.code).toBe('ROLE_NOT_ALLOWED');
    }
    const made = await sysadmin.send('POST', 'accounts', { username: 'Cheng.Silan', name: '程思岚' });
    expect(made).toMatchObject({
      status: 201,
      body: { account: { username: 'cheng.silan', mustChange: true } },
    });
    const { id } = made.body.account;
    expect(
      (await sysadmin.send('POST', 'accounts', { username: 'cheng.silan', name: '另一人' })).body.code,
    ).toBe('USERNAME_TAKEN');
    expect((await sysadmin.send('POST', `accounts/${id}/grants`, { post: 'SFJ-LIAISON' })).status).toBe(403);
    expect((await secadmin.send('POST', 'accounts', { username: 'mine', name: '己' })).status).toBe(403);
    expect((await auditor.send('POST', `accounts/${id}/grants`, { post: 'SFJ-LIAISON' })).status).toBe(403);

    const liaison = await settled('cheng.silan', made.body.firstPassword, 'Yq3-riverbank-9');
    expect((await liaison.send('GET', 'tasks')).body.code).toBe('NO_POST_HELD');
    expect((await secadmin.send('POST', `accounts/${id}/grants`, { post: 'NO-ONE' })).body.code).toBe(
      'TERM_NOT_FOUND',
    );
    const granted = await secadmin.send('POST', `accounts/${id}/grants`, { post: 'SFJ-LIAISON' });
    expect(granted.body.grants).toMatchObject([{ post: 'SFJ-LIAISON', roleLabel: '联络员' }]);
    expect((await liaison.send('GET', 'tasks')).status).toBe(200);

    const own = (await sysadmin.send('GET', 'accounts?q=xitong')).body.items[0];
    expect(
      (await secadmin.send('POST', `accounts/${own.id}/grants`, { post: 'CZJ-LIAISON' })).body.code,
    ).toBe('DUTY_HOLDS_NO_POST');
    const other = await sysadmin.send('POST', 'accounts', { username: 'other', name: '别人' });
    expect(
      (await secadmin.send('POST', `accounts/${other.body.account.id}/grants`, { post: 'SFJ-LIAISON' })).body
        .code,
    ).toBe('TERM_GRANTED');
    expect(
      (await sysadmin.send('POST', `accounts/${own.id}/disable`, { reason: '试' }, own.version)).body.code,
    ).toBe('OWN_ACCOUNT');
    const open = (await secadmin.send('GET', 'open-terms')).body.items as { post: string }[];
    expect(open.map(({ post }) => post)).toContain('CZJ-LIAISON');
    expect(open.map(({ post }) => post)).not.toContain('SFJ-LIAISON');
  });

  it('acts for one of several posts at a time (POST_NOT_GRANTED)', async () => {
    const secadmin = new Browser(test);
    await secadmin.signIn('anquan', NEW);
    const { id } = (await secadmin.send('GET', 'accounts?q=cheng')).body.items[0];
    await secadmin.send('POST', `accounts/${id}/grants`, { post: 'YFB-LIAISON' });
    const liaison = new Browser(test);
    const session = await liaison.signIn('cheng.silan', 'Yq3-riverbank-9');
    expect(session.body.posts.map((post: { code: string }) => post.code)).toEqual([
      'SFJ-LIAISON',
      'YFB-LIAISON',
    ]);
    expect(session.body.post.code).toBe('SFJ-LIAISON');
    const before = liaison.cookies.get('diaodu_session');
    const chosen = await liaison.send('POST', 'session/post', { post: 'YFB-LIAISON' });
    expect(chosen.body.post).toMatchObject({ code: 'YFB-LIAISON', department: { code: 'YFB' } });
    expect(liaison.cookies.get('diaodu_session')).not.toBe(before);
    const old = await test.request('GET', '/api/v1/session', {
      headers: { cookie: `diaodu_session=${before}` },
    });
    expect(old.status).toBe(401);
    expect((await liaison.send('POST', 'session/post', { post: 'CZJ-LIAISON' })).body.code).toBe(
      'POST_NOT_GRANTED',
    );
  });

  it('takes access away at once: grant revoked, signed out, password reset, disabled', async () => {
    const sysadmin = new Browser(test);
    const secadmin = new Browser(test);
    await sysadmin.signIn('xitong', NEW);
    await secadmin.signIn('anquan', NEW);
    const liaison = new Browser(test);
    await liaison.signIn('cheng.silan', 'Yq3-riverbank-9');
    const account = (await secadmin.send('GET', 'accounts?q=cheng')).body.items[0];
    for (const grant of account.grants) {
      const url = `accounts/${account.id}/grants/${grant.id}/revoke`;
      expect((await secadmin.send('POST', url)).status).toBe(200);
      expect((await secadmin.send('POST', url)).body.code).toBe('GRANT_NOT_FOUND');
    }
    expect((await liaison.send('GET', 'tasks')).body.code).toBe('NO_POST_HELD');

    const kept = new Map(liaison.cookies);
    expect((await liaison.send('DELETE', 'session')).status).toBe(204);
    for (const [cookie, value] of kept) liaison.cookies.set(cookie, value);
    expect((await liaison.send('GET', 'session')).body).toMatchObject({ details: { reason: 'ENDED' } });

    const again = new Browser(test);
    await again.signIn('cheng.silan', 'Yq3-riverbank-9');
    const { version } = (await sysadmin.send('GET', `accounts/${account.id}`)).body;
    expect(
      (await sysadmin.send('POST', `accounts/${account.id}/reset-password`, {}, version - 1)).status,
    ).toBe(412);
    const reset = await sysadmin.send('POST', `accounts/${account.id}/reset-password`, {}, version);
    expect((await again.send('GET', 'session')).status).toBe(401);
    expect((await again.signIn('cheng.silan', 'Yq3-riverbank-9')).body.code).toBe('SIGN_IN_FAILED');
    await sysadmin.send('POST', `accounts/${account.id}/unlock`);
    const renewed = await settled('cheng.silan', reset.body.firstPassword, 'Wm5-harvest-moon');
    const now = (await sysadmin.send('GET', `accounts/${account.id}`)).body;
    const disabled = await sysadmin.send(
      'POST',
      `accounts/${account.id}/disable`,
      { reason: '调离' },
      now.version,
    );
    expect(disabled.body).toMatchObject({ state: 'DISABLED', stateReason: '调离' });
    expect((await renewed.send('GET', 'session')).status).toBe(401);
    expect((await new Browser(test, '10.0.0.9').signIn('cheng.silan', 'Wm5-harvest-moon')).body.code).toBe(
      'SIGN_IN_FAILED',
    );
    const enabled = await sysadmin.send(
      'POST',
      `accounts/${account.id}/enable`,
      { reason: '返岗' },
      disabled.body.version,
    );
    expect(enabled.body.state).toBe('ACTIVE');
    expect((await sysadmin.send('GET', 'accounts/none')).body.code).toBe('ACCOUNT_NOT_FOUND');
  });

  it('locks an account against strangers, not against a browser that has signed in before (SIGN_IN_BLOCKED)', async () => {
    const owner = new Browser(test, '10.1.0.1');
    await owner.signIn('shenji', NEW);
    const stranger = new Browser(test, '10.1.0.66');
    const outcomes: string[] = [];
    for (let i = 0; i < 3; i++) outcomes.push((await stranger.signIn('shenji', `guess-${i}`)).body.code);
    expect(outcomes).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_BLOCKED', 'SIGN_IN_BLOCKED']);
    const blocked = await stranger.signIn('shenji', NEW);
    expect(blocked).toMatchObject({ status: 429, body: { details: { seconds: 1 } } });
    expect(blocked.headers['retry-after']).toBe('1');
    const back = await owner.signIn('shenji', NEW);
    expect(back.status).toBe(201);
    expect(back.body.notices.join()).toContain('1 次');
    const sysadmin = new Browser(test, '10.1.0.2');
    await sysadmin.signIn('xitong', NEW);
    const account = (await sysadmin.send('GET', 'accounts?q=shenji')).body.items[0];
    expect((await sysadmin.send('POST', `accounts/${account.id}/unlock`)).status).toBe(200);
    expect((await stranger.signIn('shenji', NEW)).status).toBe(201);
  });

  it('keeps demonstration accounts out of an office’s own data (DEMONSTRATION_ACCOUNT)', async () => {
    const { AccountsService } = await import('../../src/features/identity/accounts.service.js');
    const made = await test.app
      .get(AccountsService)
      .create({ username: 'demo-user', name: '演示', isDemonstration: true });
    const answer = await new Browser(test, '10.2.0.1').signIn('demo-user', made.firstPassword);
    expect(answer).toMatchObject({ status: 403, body: { code: 'DEMONSTRATION_ACCOUNT' } });
  });
});
