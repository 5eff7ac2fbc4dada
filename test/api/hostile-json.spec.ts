import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

const group = (changes: object) =>
  JSON.stringify({ code: 'TEST_UNITS', name: '组', rule: 'LIST', phrases: ['各某单位'], ...changes });
const NESTED = 100_000;

/** Bodies that must be refused, whatever they are sent to; the code says why. */
const BODIES: readonly [string, string, string][] = [
  ['not JSON', '{"code":', 'BAD_REQUEST'],
  ['nothing at all', '', 'BAD_REQUEST'],
  ['a list', '[]', 'REQUEST_INVALID'],
  ['a list of records', `[${group({})}]`, 'REQUEST_INVALID'],
  ['a text', '"x"', 'REQUEST_INVALID'],
  ['a number', '7', 'REQUEST_INVALID'],
  ['null', 'null', 'REQUEST_INVALID'],
  ['an empty record', '{}', 'REQUEST_INVALID'],
  ['a prototype', '{"__proto__":{"isAdmin":true}}', 'BAD_REQUEST'],
  ['a constructor', '{"constructor":{"prototype":{"isAdmin":true}}}', 'BAD_REQUEST'],
  ['an unknown field', group({ isAdmin: true }), 'REQUEST_INVALID'],
  ['an id of the caller’s choice', group({ id: 'mine' }), 'REQUEST_INVALID'],
  ['a record where a text belongs', group({ name: { $ne: null } }), 'REQUEST_INVALID'],
  ['a list where a text belongs', group({ name: ['组'] }), 'REQUEST_INVALID'],
  ['a number where a text belongs', group({ name: 1 }), 'REQUEST_INVALID'],
  ['null where a text belongs', group({ name: null }), 'REQUEST_INVALID'],
  ['a text where a list belongs', group({ phrases: '各某单位' }), 'REQUEST_INVALID'],
  [
    'a list of too many',
    group({ phrases: Array.from({ length: 5000 }, (_, i) => `各某${i}`) }),
    'REQUEST_INVALID',
  ],
  ['a text too long', group({ name: '组'.repeat(10_000) }), 'REQUEST_INVALID'],
  ['a NUL character', group({ name: '组\u0000长' }), 'TEXT_UNSAFE'],
  [
    'half a surrogate pair',
    '{"code":"TEST_UNITS","name":"组\\ud800","rule":"LIST","phrases":["各某单位"]}',
    'TEXT_UNSAFE',
  ],
  ['U+FFFE', group({ name: '组\uFFFE' }), 'TEXT_UNSAFE'],
  ['a hundred thousand brackets', `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`, 'BODY_TOO_DEEP'],
  ['a hundred thousand records', `${'{"a":'.repeat(NESTED)}1${'}'.repeat(NESTED)}`, 'BODY_TOO_DEEP'],
  ['more than a megabyte', group({ name: 'x'.repeat(1_300_000) }), 'BODY_TOO_LARGE'],
];

/** Questions that must be refused. */
const QUERIES: readonly [string, string][] = [
  ['a negative limit', 'limit=-1'],
  ['a huge limit', 'limit=1e9'],
  ['no number', 'limit=NaN'],
  ['two limits', 'limit=1&limit=2'],
  ['a foreign cursor', 'after=abc'],
  ['a cursor with a record inside', `after=${Buffer.from('[{"a":1},"b"]').toString('base64url')}`],
  ['an unknown order', 'sort=id;drop table task'],
  ['an unknown filter', 'isAdmin=true'],
  ['an operator', 'q[$ne]=1'],
];

describe.each(DATABASES)('hostile requests on %s', (name) => {
  let test: TestApp;
  let before: string;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
    await test.signIn.cookieOf(CLERK);
    before = await counts(test);
  }, 60_000);
  afterAll(() => test.close());

  const send = (body: string, headers: Record<string, string> = {}) =>
    test.request('POST', '/api/v1/department-groups', {
      as: CLERK,
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it.each(BODIES)('refuses %s', async (_, body, code) => {
    const answer = await send(body);
    expect([answer.status >= 400 && answer.status < 500, answer.body.code]).toEqual([true, code]);
    expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/);
    expect(await counts(test)).toBe(before);
  });

  it.each(QUERIES)('refuses a list asked with %s', async (_, query) => {
    const answer = await test.request('GET', `/api/v1/tasks?${query}`, { as: CLERK });
    expect(answer.status).toBe(400);
    expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ["'; DROP TABLE task; --"],
    ['1 OR 1=1'],
    ['%'],
    ['_'],
    ['\\'],
    ['<script>alert(1)</script>'],
    ['\u202Egnp.exe'],
  ])('takes %j as a text to look for and nothing else', async (text) => {
    const answer = await test.request('GET', `/api/v1/tasks?q=${encodeURIComponent(text)}`, { as: CLERK });
    expect([answer.status, answer.body.items]).toEqual([200, []]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', ''])(
    'refuses a body of type %j',
    async (type) => {
      const answer = await send(group({}), { 'content-type': type });
      expect([400, 415]).toContain(answer.status);
      expect(await counts(test)).toBe(before);
    },
  );

  it('refuses other hosts and other sites (HOST_NOT_KNOWN, CROSS_SITE_REQUEST)', async () => {
    expect((await send(group({}), { host: 'evil.example' })).body.code).toBe('HOST_NOT_KNOWN');
    expect((await send(group({}), { 'sec-fetch-site': 'cross-site' })).body.code).toBe('CROSS_SITE_REQUEST');
    expect((await send(group({}), { origin: 'http://evil.example' })).body.code).toBe('CROSS_SITE_REQUEST');
  });

  it('refuses an address that no database could look up (TEXT_UNSAFE)', async () => {
    const answer = await test.request('GET', '/api/v1/tasks/a%00b', { as: CLERK });
    expect([answer.status, answer.body.code]).toEqual([400, 'TEXT_UNSAFE']);
  });

  it('says nothing of itself in headers and lets no page run anything', async () => {
    const answer = await test.request('GET', '/api/v1/tasks', { as: CLERK });
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['server']).toBeUndefined();
  });
});

/** Rows of every table that a write could touch. */
async function counts(test: TestApp): Promise<string> {
  const tables = [
    'department_group',
    'department',
    'ledger',
    'task',
    'audit_event',
    'outbox',
    'idempotency_record',
  ];
  const rows = await Promise.all(tables.map((table) => test.db.read(`SELECT COUNT(*) AS n FROM ${table}`)));
  return JSON.stringify(rows);
}
