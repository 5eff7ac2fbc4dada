import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { cookiesOf } from '../support/cookies.js';
import { DATABASES } from '../support/databases.js';

const PROXY = '10.9.0.1';
const HTTPS = { host: 'diaodu.office', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.7' };

describe.each(DATABASES)('an office that is reached by https, through a proxy, on %s', (name) => {
  let test: TestApp;
  let password: string;
  beforeAll(async () => {
    test = await startTestApp(name, {
      DIAODU_TLS: 'ON',
      DIAODU_PROXIES: PROXY,
      HOST: '0.0.0.0',
      DIAODU_HOSTS: 'diaodu.office,10.9.0.2',
    });
    password = (
      await test.app.get(AccountsService).create({ username: 'xitong', name: '甲', duty: 'SYSADMIN' })
    ).firstPassword;
  });
  afterAll(() => test.close());

  const signIn = (headers: Record<string, string>, from = PROXY) =>
    test.request('POST', '/api/v1/session', { body: { username: 'xitong', password }, headers, from });

  it('keeps the session in a __Host- cookie that is secure, and tells browsers to stay with https', async () => {
    const answer = await signIn({ ...HTTPS, origin: 'https://diaodu.office' });
    expect(answer.status).toBe(201);
    const [session, device] = cookiesOf(answer);
    for (const cookie of [session, device]) {
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
    }
    expect(session?.name).toBe('__Host-diaodu_session');
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    const cookie = `${session?.name}=${session?.value}`;
    const own = await test.request('GET', '/api/v1/session', { headers: { ...HTTPS, cookie }, from: PROXY });
    expect(own.status).toBe(200);
  });

  it('says so where a browser would silently drop the cookie, instead of letting it fail (TLS_REQUIRED)', async () => {
    const plain = await signIn({ host: 'diaodu.office' });
    expect(plain).toMatchObject({ status: 403, body: { code: 'TLS_REQUIRED' } });
    const untrusted = await signIn(HTTPS, '10.9.0.66');
    expect(untrusted.body.code).toBe('TLS_REQUIRED');
  });

  it('answers under its own names only, and believes an origin of its own protocol only', async () => {
    expect((await signIn({ ...HTTPS, host: 'evil.example' })).body.code).toBe('HOST_NOT_KNOWN');
    expect((await signIn({ ...HTTPS, origin: 'http://diaodu.office' })).body.code).toBe('CROSS_SITE_REQUEST');
    expect((await signIn({ ...HTTPS, host: '10.9.0.2:8443', origin: 'https://10.9.0.2:8443' })).status).toBe(
      201,
    );
  });
});

describe.each(DATABASES)('an office network without https on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name, { HOST: '0.0.0.0', DIAODU_HOSTS: '192.168.1.5' });
  });
  afterAll(() => test.close());

  it('signs in all the same, and warns that the connection is open to others', async () => {
    const { firstPassword } = await test.app
      .get(AccountsService)
      .create({ username: 'xitong', name: '甲', duty: 'SYSADMIN' });
    const answer = await test.request('POST', '/api/v1/session', {
      body: { username: 'xitong', password: firstPassword },
      headers: { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' },
    });
    expect(answer.status).toBe(201);
    expect(cookiesOf(answer)[0]).toMatchObject({ name: 'diaodu_session', secure: false, httpOnly: true });
    expect(answer.body.notices.join()).toContain('未加密');
    expect(answer.headers['strict-transport-security']).toBeUndefined();
  });
});
