import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { cookiesOf } from '../support/cookies.js';
import { DATABASES } from '../support/databases.js';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.js';
import { MovingClock } from '../support/moving-clock.js';

const CALLBACK = 'http://127.0.0.1/api/v1/session/oidc/callback';

/** The code a page of refusal names. */
const codeIn = (page: string): string | undefined => /代码 (\w+)/.exec(page)?.[1];

describe.each(DATABASES)('signing in by another service on %s', (name) => {
  let provider: IdentityProvider;
  let test: TestApp;
  let clock: MovingClock;
  let accountId: string;

  beforeAll(async () => {
    // The provider says on the console what a real one would have to set up.
    for (const word of ['info', 'warn'] as const)
      jest.spyOn(console, word).mockImplementation(() => undefined);
    provider = await startIdentityProvider(CALLBACK);
    test = await startTestApp(name, {
      DIAODU_OIDC_ISSUER: provider.issuer,
      DIAODU_OIDC_CLIENT_ID: provider.clientId,
      DIAODU_OIDC_CLIENT_SECRET: provider.clientSecret,
      DIAODU_OIDC_LABEL: '市统一身份认证',
    });
    clock = new MovingClock(test.app);
    accountId = await account('cheng.silan');
    await account('other');
  });
  afterAll(async () => {
    await test.close();
    await provider.close();
    jest.restoreAllMocks();
  });

  async function account(username: string): Promise<string> {
    const made = await actAs(systemActor('cli', 'test'), () =>
      test.app.get(AccountsService).create({ username, name: username }),
    );
    return made.account.id;
  }

  /** Where a page sends the browser. */
  const addressIn = (page: string): string =>
    (/url=([^"]+)"/.exec(page)?.[1] ?? '').replace(/&#(\d+);/g, (_, code: string) =>
      String.fromCharCode(Number(code)),
    );

  /** Begins; gives where the browser is sent and the cookie it keeps meanwhile. */
  async function begin(): Promise<{ address: string; cookie: string; answer: TestResponse }> {
    const answer = await test.request('GET', '/api/v1/session/oidc/start');
    const [flow] = cookiesOf(answer);
    return {
      answer,
      address: addressIn(answer.body),
      cookie: `${flow?.name}=${encodeURIComponent(flow?.value ?? '')}`,
    };
  }

  /** Comes back as from another site. */
  const comeBack = (address: string, cookie: string): Promise<TestResponse> =>
    test.request('GET', address.replace('http://127.0.0.1', ''), {
      headers: { 'sec-fetch-site': 'cross-site', ...(cookie === '' ? {} : { cookie }) },
    });

  /** The whole way, as the provider's present person. */
  async function signIn(): Promise<TestResponse> {
    const { address, cookie } = await begin();
    return comeBack(await provider.visit(address), cookie);
  }

  it('is offered on the sign-in page under its own name', async () => {
    expect((await test.request('GET', '/api/v1/session/options')).body).toMatchObject({ oidc: true, oidcLabel: '市统一身份认证' }); // prettier-ignore
  });

  it('begins with a code flow bound to the browser by PKCE, state, nonce and a sealed cookie', async () => {
    const { address, answer } = await begin();
    const query = new URL(address).searchParams;
    expect(query.get('response_type')).toBe('code');
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const part of ['code_challenge', 'state', 'nonce']) expect(query.get(part)).toMatch(/^[\w-]{40,}$/);
    const [flow] = cookiesOf(answer);
    expect(flow).toMatchObject({ name: 'diaodu_flow', httpOnly: true, sameSite: 'Lax' });
    expect(Buffer.from(flow?.value ?? '', 'base64').toString('latin1')).not.toContain(query.get('state'));
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('ends in a session of the account with that user name, by a page of ours that opens the program', async () => {
    const answer = await signIn();
    expect([answer.status, addressIn(answer.body)]).toEqual([200, '/']);
    const session = cookiesOf(answer).find((cookie) => cookie.name === 'diaodu_session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const cookie = `diaodu_session=${session?.value}`;
    const own = await test.request('GET', '/api/v1/session', { headers: { cookie } });
    // The first password was never changed, which is nothing to somebody who does not sign in with it.
    expect(own.body).toMatchObject({
      account: { username: 'cheng.silan' },
      mustChangePassword: false,
      mustEnrol: false,
    });
    const events = await test.db.read(`SELECT after FROM audit_event WHERE operation = 'identity.signIn'`);
    expect(JSON.stringify(events)).toContain('OIDC');
  });

  it('is refused to whom the account was never made, to a stopped one, and to another person of that name (OIDC_ACCOUNT_UNKNOWN, OIDC_SUBJECT_DIFFERS)', async () => {
    const before = await test.db.read('SELECT COUNT(*) AS n FROM account');
    provider.person = { sub: 'person-2', preferred_username: '<b>nobody</b>' };
    const unknown = await signIn();
    expect(unknown.status).toBe(403);
    expect(unknown.body).toContain('没有账号');
    expect(unknown.body).not.toContain('<b>');
    expect(cookiesOf(unknown).some(({ name }) => name === 'diaodu_session')).toBe(false);
    expect(await test.db.read('SELECT COUNT(*) AS n FROM account')).toEqual(before);

    provider.person = { sub: 'person-3', preferred_username: 'Cheng.Silan' };
    expect((await signIn()).body).toContain('另一个人');
    provider.person = { sub: 'person-1', preferred_username: 'other' };
    expect((await signIn()).body).toContain('另一个人');
    const refusals = await test.db.read<{ after: string }>(`SELECT after FROM audit_event WHERE operation = 'identity.signInFailed'`); // prettier-ignore
    expect(refusals.map(({ after }) => (JSON.parse(after) as { code: string }).code)).toEqual(['OIDC_ACCOUNT_UNKNOWN', 'OIDC_SUBJECT_DIFFERS', 'OIDC_SUBJECT_DIFFERS']); // prettier-ignore

    const url = `/api/v1/accounts/${accountId}/foreign-identity/reset`;
    expect((await test.request('POST', url, { as: 'SYSADMIN' })).status).toBe(204);
    expect((await test.request('POST', url, { as: 'SYSADMIN' })).body.code).toBe('OIDC_NOT_TIED');
    provider.person = { sub: 'person-3', preferred_username: 'cheng.silan' };
    expect((await signIn()).status).toBe(200);

    const accounts = test.app.get(AccountsService);
    const { version } = await accounts.one(accountId);
    await actAs(systemActor('cli', 'test'), () => accounts.disable(accountId, version, '调离'));
    expect((await signIn()).body).toContain('已停用');
    await actAs(systemActor('cli', 'test'), () => accounts.enable(accountId, version + 1, '返岗'));
  });

  it('is refused where the way back is not the way there (OIDC_REFUSED)', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const back = await provider.visit(mine.address);
    const refused: Record<string, TestResponse> = {
      'without the cookie': await comeBack(back, ''),
      'with a cookie somebody made up': await comeBack(back, 'diaodu_flow=made-up'),
      'into another browser (state)': await comeBack(back, theirs.cookie),
      'without a code': await comeBack(`${CALLBACK}?state=${new URL(back).searchParams.get('state')}`, mine.cookie),
      'with nothing': await comeBack(CALLBACK, mine.cookie),
      'with a refusal of the other service': await comeBack(`${CALLBACK}?error=access_denied&state=${new URL(back).searchParams.get('state')}`, mine.cookie),
    }; // prettier-ignore
    for (const [how, answer] of Object.entries(refused)) {
      expect([how, answer.status, cookiesOf(answer).filter((cookie) => cookie.name === 'diaodu_session')]).toEqual([how, 401, []]); // prettier-ignore
      expect(codeIn(answer.body)).toBe('OIDC_REFUSED');
    }
    expect((await comeBack(back, mine.cookie)).status).toBe(200);
    expect((await comeBack(back, mine.cookie)).status).toBe(401);
    const late = await begin();
    const lateBack = await provider.visit(late.address);
    clock.pass(11 * 60_000);
    expect((await comeBack(lateBack, late.cookie)).status).toBe(401);
  });
});

describe.each(DATABASES)('an office on %s whose other service cannot be reached, or is none', (name) => {
  it('is told so, and that passwords still work (OIDC_UNAVAILABLE)', async () => {
    const test = await startTestApp(name, {
      DIAODU_OIDC_ISSUER: 'http://127.0.0.1:9',
      DIAODU_OIDC_CLIENT_ID: 'diaodu',
      DIAODU_OIDC_CLIENT_SECRET: 'x',
    });
    const answer = await test.request('GET', '/api/v1/session/oidc/start');
    expect([answer.status, codeIn(answer.body)]).toEqual([503, 'OIDC_UNAVAILABLE']);
    expect(answer.body).toContain('用户名和口令');
    await test.close();
  });

  it('offers nothing (OIDC_NOT_SET)', async () => {
    const test = await startTestApp(name);
    expect(codeIn((await test.request('GET', '/api/v1/session/oidc/start')).body)).toBe('OIDC_NOT_SET');
    expect((await test.request('GET', '/api/v1/session/options')).body).toMatchObject({
      oidc: false,
      oidcLabel: null,
    });
    await test.close();
  });
});
