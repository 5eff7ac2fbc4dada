import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { DATABASES } from '../support/databases.js';
import { manyAccounts, type StoryAccount } from '../support/many-accounts.js';

const PASSWORD = 'Xk7-moonlit-road';

describe.each(DATABASES)('sessions elsewhere on %s', (name) => {
  let test: TestApp;
  let own: StoryAccount;
  let other: StoryAccount;
  beforeAll(async () => {
    test = await startTestApp(name);
    [own, other] = (await manyAccounts(test, 2, PASSWORD)) as [StoryAccount, StoryAccount];
  });
  afterAll(() => test.close());

  async function signedIn({ username }: StoryAccount, address: string): Promise<Browser> {
    const browser = new Browser(test, address);
    expect((await browser.signIn(username, PASSWORD)).status).toBe(201);
    return browser;
  }

  it('are listed for their owner, who ends the one he left open and no one else’s (SESSION_NOT_FOUND)', async () => {
    const here = await signedIn(own, '10.0.0.1');
    const left = await signedIn(own, '10.0.0.2');
    const foreign = await signedIn(other, '10.0.0.3');
    const listed = (await here.send('GET', 'session/others')).body.items;
    expect(listed).toMatchObject([{ address: '10.0.0.2', startedAt: expect.any(Number) }]);
    const [mine] = (await left.send('GET', 'session/others')).body.items;
    expect(mine.address).toBe('10.0.0.1');
    const end = (browser: Browser, id: string) => browser.send('DELETE', `session/others/${id}`);
    expect((await end(foreign, listed[0].id)).body.code).toBe('SESSION_NOT_FOUND');
    expect((await end(here, mine.id)).body.code).toBe('SESSION_NOT_FOUND');
    expect((await end(here, listed[0].id)).status).toBe(204);
    expect((await left.send('GET', 'session')).body).toMatchObject({ details: { reason: 'ENDED' } });
    expect((await end(here, listed[0].id)).body.code).toBe('SESSION_NOT_FOUND');
    expect((await here.send('GET', 'session/others')).body.items).toEqual([]);
    expect((await foreign.send('GET', 'session')).status).toBe(200);
  });

  it('are ended together by the system administrator, and by nobody else', async () => {
    const browsers = [await signedIn(own, '10.0.1.1'), await signedIn(own, '10.0.1.2')];
    const url = `/api/v1/accounts/${own.id}/end-sessions`;
    expect((await test.request('POST', url, { as: 'SECADMIN' })).status).toBe(403);
    const ended = await test.request('POST', url, { as: 'SYSADMIN' });
    expect(ended).toMatchObject({ status: 200, body: { ended: 3 } });
    for (const browser of browsers) expect((await browser.send('GET', 'session')).status).toBe(401);
    expect((await test.request('POST', '/api/v1/accounts/none/end-sessions', { as: 'SYSADMIN' })).body.code).toBe('ACCOUNT_NOT_FOUND'); // prettier-ignore
    const events = await test.db.read(
      `SELECT after FROM audit_event WHERE operation = 'identity.endSessions'`,
    );
    expect(events).toEqual([{ after: '{"ended":3}' }]);
  });
});
