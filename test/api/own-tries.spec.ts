import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DenialLog } from '../../src/platform/audit/denial-log.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { DATABASES } from '../support/databases.js';
import { manyAccounts } from '../support/many-accounts.js';
import { MovingClock } from '../support/moving-clock.js';

const RIGHT = 'Xk7-moonlit-road';
const NEXT = 'Yq3-riverbank-9';
const MINUTE = 60_000;

interface Event {
  operation: string;
  holder: string;
  address: string;
  objectId: string;
  after: string;
}

describe.each(DATABASES)('guessing at a screen that was left open, on %s', (name) => {
  let test: TestApp;
  let clock: MovingClock;
  let username: string;
  let browser: Browser;

  beforeAll(async () => {
    test = await startTestApp(name);
    clock = new MovingClock(test.app);
    username = (await manyAccounts(test, 1, RIGHT))[0]?.username ?? '';
    browser = new Browser(test, '10.0.9.1');
    await browser.signIn(username, RIGHT);
  });
  afterAll(() => test.close());

  const change = (current: string) => browser.send('PUT', 'session/password', { current, next: NEXT });
  const bind = (code: string) => browser.send('POST', 'session/second-factor/confirm', { code });
  const events = async (): Promise<Event[]> => {
    await test.app.get(DenialLog).beforeApplicationShutdown();
    return test.db.read<Event>(
      `SELECT operation, holder, address, object_id AS "objectId", after FROM audit_event
        WHERE operation = 'access.denied' ORDER BY seq`,
    );
  };

  it('is stopped after five wrong passwords, the right one too (CURRENT_PASSWORD_WRONG, SIGN_IN_BLOCKED)', async () => {
    for (let i = 0; i < 5; i++) {
      expect(await change(`guess-${i}`)).toMatchObject({
        status: 403,
        body: { code: 'CURRENT_PASSWORD_WRONG' },
      });
    }
    expect(await change(RIGHT)).toMatchObject({ status: 429, body: { code: 'SIGN_IN_BLOCKED' } });
  });

  it('is on the trail with how often, from where, and not with what was typed', async () => {
    const told = await events();
    expect(told).toMatchObject([
      { objectId: 'PUT /api/v1/session/password', address: '10.0.9.1' },
      { objectId: 'PUT /api/v1/session/password', address: '10.0.9.1' },
    ]);
    expect(told.map(({ after }) => JSON.parse(after) as object)).toMatchObject([
      { code: 'CURRENT_PASSWORD_WRONG' },
      { times: 5 },
    ]);
    expect(JSON.stringify(told)).not.toContain('guess');
  });

  it('counts wrong codes with wrong passwords, and records them alike (SECOND_FACTOR_CODE_WRONG)', async () => {
    clock.pass(16 * MINUTE);
    expect((await browser.send('POST', 'session/second-factor')).status).toBeLessThan(300);
    expect((await bind('000000')).body.code).toBe('SECOND_FACTOR_CODE_WRONG');
    expect((await change(RIGHT)).body.code).toBe('SIGN_IN_BLOCKED');
    clock.pass(16 * MINUTE);
    expect((await change(RIGHT)).status).toBe(200);
    const codes = (await events()).map(({ after }) => (JSON.parse(after) as { code?: string }).code);
    expect(codes).toContain('SECOND_FACTOR_CODE_WRONG');
  });
});
