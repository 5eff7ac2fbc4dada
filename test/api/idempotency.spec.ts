import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { CLERK, openOffice } from '../support/office.js';

describe.each(DATABASES)('Idempotency-Key on %s', (name) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(name);
    await openOffice(test);
  }, 60_000);
  afterAll(() => test.close());

  const make = (key: string, code: string) =>
    test.request('POST', '/api/v1/department-groups', {
      as: CLERK,
      body: { code, name: `${code}组`, rule: 'LIST', phrases: [`各${code}单位`] },
      headers: { 'idempotency-key': key },
    });
  const groups = async (code: string): Promise<number> =>
    (await test.db.read('SELECT id FROM department_group WHERE code = ?', [code])).length;

  it('does a repeated write once and answers it alike', async () => {
    const [first, second] = [await make('key-0001', 'ONE'), await make('key-0001', 'ONE')];
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await groups('ONE')).toBe(1);
  });

  it('does a write once when ten arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => make('key-0002', 'TWO')));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(await groups('TWO')).toBe(1);
  });

  it('refuses a key that was used for another content (IDEMPOTENCY_KEY_REUSED)', async () => {
    expect((await make('key-0001', 'OTHER')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await groups('OTHER')).toBe(0);
  });

  it('keeps no key of a refused write, so that the corrected one may use it', async () => {
    expect((await make('key-0003', '')).status).toBe(400);
    expect((await make('key-0003', 'THREE')).status).toBe(201);
  });

  it('refuses a key of a wrong form (IDEMPOTENCY_KEY_INVALID)', async () => {
    expect((await make('short', 'FOUR')).body.code).toBe('IDEMPOTENCY_KEY_INVALID');
  });
});
