import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';

const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.7' };
const PROXY = '10.9.0.1';
/** Ways of writing an address that have led past guards of other programs. */
const DISGUISES = [
  '//api/v1/accounts', '/api//v1/accounts', '/api/v1//accounts', '/api/v1/accounts/', '/api/v1/accounts;a=1',
  '/api/v1/%61ccounts', '/api/v1/accounts%2f', '/api/v1/accounts%00', '/api/v1/accounts%3b', '/api/v1/x/../accounts',
  '/api/v1/x/%2e%2e/accounts', '/api/v1/x/%252e%252e/accounts', '/api/v1/x/..%2faccounts', '/api/v1/.%2faccounts',
  '/API/V1/ACCOUNTS', '/api/v1/accounts?x=/health/live', '/health/live/../../api/v1/accounts', '/api/v1/accounts#',
  '/health/live;/api/v1/accounts', '/api/v1/accounts\\', '/api/v1/accounts%20', '/api/v1/ａccounts', '/.git/config',
  '/api/v1/%zz', '/dist/main.js.map', '/main.js.map',
]; // prettier-ignore

function getAddresses(): string[] {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replace(/\{\w+\}/g, 'some-id'));
}

describe.each(DATABASES)('every answer of an office that is reached by https, on %s', (database) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(database, {
      DIAODU_TLS: 'ON',
      DIAODU_PROXIES: PROXY,
      DIAODU_HOSTS: '127.0.0.1',
    });
    await test.app.listen(0, '127.0.0.1');
  });
  afterAll(() => test.close());

  type Asked = Parameters<TestApp['request']>;
  const ask = (method: Asked[0], url: string, options: Asked[2] = {}): Promise<TestResponse> =>
    test.request(method, url, { ...options, headers: { ...HTTPS, ...options.headers }, from: PROXY });
  const json = { 'content-type': 'application/json' };

  const ANSWERS: Record<string, [status: number, answer: () => Promise<TestResponse>]> = {
    'what lives': [200, () => ask('GET', '/health/live')],
    'what is open': [200, () => ask('GET', '/api/v1/session/options')],
    'the description': [200, () => ask('GET', '/api/openapi.json')],
    'a field that is wrong': [400, () => ask('POST', '/api/v1/session', { body: { username: 1 } })],
    'broken JSON': [400, () => ask('POST', '/api/v1/session', { body: '{"a":', headers: json })],
    'an address that cannot be read': [400, () => ask('GET', '/api/v1/%zz')],
    'nobody signed in': [401, () => ask('GET', '/api/v1/tasks')],
    'another host': [403, () => ask('GET', '/health/live', { headers: { host: 'evil.example' } })],
    'another site': [403, () => ask('POST', '/api/v1/session', { headers: { origin: 'https://evil.example' } })],
    'no such address': [404, () => ask('GET', '/api/v1/nothing')],
    'too much at once': [413, () => ask('POST', '/api/v1/session', { body: 'x'.repeat(2 ** 21), headers: json })],
    'another media type': [415, () => ask('POST', '/api/v1/session', { body: 'a', headers: { 'content-type': 'text/plain' } })],
    'a fault': [500, broken],
  }; // prettier-ignore

  /** A fault deep inside, whose message and place nobody outside may read. */
  async function broken(): Promise<TestResponse> {
    const accounts = jest.spyOn(test.app.get(AccountsService), 'page');
    accounts.mockRejectedValueOnce(new Error('secret of the inside'));
    const cookie = (await test.signIn.cookieOf('SYSADMIN'))?.replace('diaodu', '__Host-diaodu');
    return ask('GET', '/api/v1/accounts', { headers: { cookie: cookie ?? '' } });
  }

  it.each(Object.keys(ANSWERS))(
    '%s: says how a browser is to treat it and nothing about our inside',
    async (name) => {
      const [status, answer] = ANSWERS[name] as (typeof ANSWERS)[string];
      const { status: given, headers, body } = await answer();
      expect(given).toBe(status);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-');
      expect(headers['content-type']).toMatch(
        status < 400 ? /^application\/json/ : /^application\/problem\+json; charset=utf-8/,
      );
      for (const told of ['server', 'x-powered-by', 'via']) expect(headers[told]).toBeUndefined();
      expect(JSON.stringify(body)).not.toMatch(
        /secret of the inside|node_modules|\bat .*:\d+:\d+|\.ts\b|\.js\b/,
      );
    },
  );

  it('a page to read the description is for people who have signed in (SIGN_IN_REQUIRED)', async () => {
    const statuses: Record<string, number> = {};
    const addresses = [
      '/api/docs',
      '/api/docs/',
      '/api/docs/swagger-ui.css',
      '/api/%64ocs',
      '//api/docs',
      '/api/docs/x/..',
    ];
    for (const address of addresses) statuses[address] = (await ask('GET', address)).status;
    expect(Object.entries(statuses).filter(([, status]) => status !== 401 && status !== 404)).toEqual([]);
    expect(statuses['/api/docs']).toBe(401);
    const cookie = (await test.signIn.cookieOf('SYSADMIN'))?.replace('diaodu', '__Host-diaodu') ?? '';
    const page = await ask('GET', '/api/docs', { headers: { cookie } });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(String(page.headers['content-security-policy'])).toContain("frame-ancestors 'none'");
  });

  it('HEAD opens nothing that GET does not', async () => {
    const addresses = getAddresses();
    expect(addresses.length).toBeGreaterThanOrEqual(40);
    const differing: string[] = [];
    let refused = 0;
    for (const url of addresses) {
      const [get, head] = await Promise.all(
        (['GET', 'HEAD'] as const).map((method) =>
          test.app.inject({ method, url, headers: { host: '127.0.0.1' } }),
        ),
      );
      if (head?.statusCode !== get?.statusCode) differing.push(url);
      if (head?.statusCode === 401) refused++;
    }
    expect(differing).toEqual([]);
    expect(refused).toBeGreaterThanOrEqual(30);
  });

  it.each(DISGUISES)('%s opens nothing', async (url) => {
    const answer = await ask('GET', url);
    expect([400, 401, 404]).toContain(answer.status);
    expect(answer.body.code).toMatch(/^(SIGN_IN_REQUIRED|NO_SUCH_ADDRESS|BAD_REQUEST|TEXT_UNSAFE)$/);
  });

  it('another method in a header, and methods nobody uses, open nothing', async () => {
    const override = await ask('POST', '/health/live', { headers: { 'x-http-method-override': 'GET' } });
    expect(override.status).toBe(404);
    for (const method of ['TRACE', 'OPTIONS', 'PROPFIND'] as const) {
      const lines = await raw(
        `${method} /api/v1/accounts HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
      );
      expect(lines).toMatch(/^HTTP\/1\.1 (400|401|403|404|405) /);
    }
  });

  it.each([
    ['two lengths', 'POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/accounts HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
    ['a full address', 'GET http://evil.example/api/v1/accounts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
    ['no host', 'GET /api/v1/accounts HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a line feed in a header', 'GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\nContent-Length: 3\r\nConnection: close\r\n\r\n'],
  ])('%s in the raw request: refused', async (_, request) => {
    expect(await raw(request)).toMatch(/^HTTP\/1\.1 (400|401|403|404) /);
  }); // prettier-ignore

  /** What the server says to bytes that no client library would send. */
  async function raw(request: string): Promise<string> {
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(request));
      socket.on('data', (bytes) => {
        answer += bytes.toString();
        socket.end();
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }
});
