import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_FAILURES } from '../../src/domain/access/sign-in-throttle.js';
import { PasswordHasher } from '../../src/features/identity/password-hasher.js';
import { ThrottleStore } from '../../src/features/identity/throttle.store.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { manyAccounts, type StoryAccount } from '../support/many-accounts.js';

const RIGHT = 'Xk7-moonlit-road';
/** Two are compared at a time; whoever comes after them waits. */
const AT_WORK = 2;
const MOST_WAITING = 500;

/** What waits for its turn is counted already, and must not stay counted where nobody looked at its password. */
describe.each(DATABASES)('a crowd at the sign-in on %s', (name) => {
  let test: TestApp;
  let accounts: StoryAccount[];
  let letGo: () => void = () => undefined;
  const held: Promise<void>[] = [];

  beforeAll(async () => {
    test = await startTestApp(name);
    accounts = await manyAccounts(test, 4, RIGHT);
  });
  afterAll(() => test.close());
  afterEach(async () => {
    letGo();
    await Promise.all(held.splice(0));
  });

  /** So many others at the head of the queue, until they are let go. */
  function crowd(people: number): void {
    const gate = new Promise<void>((open) => (letGo = open));
    for (let i = 0; i < people; i++) held.push(test.app.get(PasswordHasher).inTurn(() => gate));
  }

  const signIn = (place: number, from: string) =>
    test.request('POST', '/api/v1/session', {
      body: { username: accounts[place]?.username, password: RIGHT },
      from,
    });
  const throttle = () => test.app.get(ThrottleStore);
  const countOf = async (place: number) => throttle().read(`account:${accounts[place]?.id}`);
  const isCounted = (place: number) =>
    eventually(async () => expect(await countOf(place)).toMatchObject({ failures: 1 }));

  it('counts whoever waits before his turn, and forgets it once he is in', async () => {
    crowd(AT_WORK);
    const waiting = signIn(0, '10.1.0.1');
    await isCounted(0);
    letGo();
    expect((await waiting).status).toBe(201);
    expect(await countOf(0)).toEqual(NO_FAILURES);
  });

  it('turns away whom it cannot take in, and does not hold that against him (SIGN_IN_BUSY)', async () => {
    crowd(AT_WORK + MOST_WAITING);
    expect(await signIn(1, '10.1.0.2')).toMatchObject({ status: 503, body: { code: 'SIGN_IN_BUSY' } });
    expect(await countOf(1)).toMatchObject({ failures: 0, blockedUntil: 0 });
  });

  it('looks at no password from an address that was held off while it waited (SIGN_IN_BLOCKED)', async () => {
    crowd(AT_WORK);
    const waiting = signIn(2, '10.1.0.3');
    await isCounted(2);
    const until = test.app.get(Clock).now() + 60_000;
    await test.app
      .get(UnitOfWork)
      .run(() =>
        throttle().write('address:10.1.0.3', { failures: 20, lastFailureAt: until, blockedUntil: until }),
      );
    letGo();
    expect(await waiting).toMatchObject({ status: 429, body: { code: 'SIGN_IN_BLOCKED' } });
    expect(await countOf(2)).toMatchObject({ failures: 0, blockedUntil: 0 });
  });

  it('goes on counting whose password was looked at, though that came to no answer', async () => {
    const torn = `UPDATE account_password SET hash = 'torn' WHERE account_id = ?`;
    await test.app.get(UnitOfWork).run(() => test.db.write(torn, [accounts[3]?.id]));
    expect(await signIn(3, '10.1.0.4')).toMatchObject({ status: 500 });
    expect(await countOf(3)).toMatchObject({ failures: 1 });
  });
});
