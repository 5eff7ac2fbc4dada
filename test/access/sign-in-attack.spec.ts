import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PasswordHasher } from '../../src/features/identity/password-hasher.js';
import { ThrottleStore } from '../../src/features/identity/throttle.store.js';
import { tokenHash } from '../../src/platform/auth/secret-token.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { DATABASES } from '../support/databases.js';
import { manyAccounts, type StoryAccount } from '../support/many-accounts.js';
import { MovingClock } from '../support/moving-clock.js';

const RIGHT = 'Xk7-moonlit-road';
const HOUR = 3_600_000;
const USERS = 410;

describe.each(DATABASES)('attacks on sign-in on %s', (name) => {
  // The counting is the same on both; the whole of it takes a minute more on the slower one.
  const GUESSES = name === 'sqlite' ? 10_000 : 2_000;
  let test: TestApp;
  let clock: MovingClock;
  let accounts: StoryAccount[];
  let compared: { mock: { calls: unknown[] }; mockClear(): unknown };

  beforeAll(async () => {
    test = await startTestApp(name);
    clock = new MovingClock(test.app);
    accounts = await manyAccounts(test, USERS, RIGHT);
    compared = jest.spyOn(test.app.get(PasswordHasher), 'matches');
  });
  afterAll(() => test.close());
  beforeEach(() => {
    clock.pass(25 * HOUR);
    compared.mockClear();
  });

  const user = (place: number): string => accounts[place]?.username ?? '';
  /** How many passwords were really looked at. */
  const tested = (): number => compared.mock.calls.length;

  function signIn(
    username: string,
    password: string,
    from: string,
    headers: Record<string, string> = {},
  ): Promise<TestResponse> {
    return test.request('POST', '/api/v1/session', { body: { username, password }, from, headers });
  }

  it('10,000 guesses (2,000 on PostgreSQL) within an hour, from 50 addresses: at most ten are looked at, and the right one is not', async () => {
    const codes = new Map<string, number>();
    for (let i = 0; i < GUESSES; i++) {
      clock.pass(HOUR / GUESSES);
      const guess = i === GUESSES / 2 ? RIGHT : `guess-${i}`;
      const { body } = await signIn(user(0), guess, `10.3.0.${i % 50}`);
      codes.set(body.code, (codes.get(body.code) ?? 0) + 1);
    }
    process.stderr.write(`${GUESSES} guesses on ${name}: ${tested()} looked at\n`);
    expect(tested()).toBeLessThanOrEqual(10);
    expect(codes.get('SIGN_IN_FAILED')).toBe(tested());
    expect(codes.get('SIGN_IN_BLOCKED')).toBe(GUESSES - tested());
    expect([...codes.keys()]).toHaveLength(2);
  }, 300_000);

  it('guesses that carry an Idempotency-Key are counted like any other', async () => {
    for (let i = 0; i < 40; i++) {
      clock.pass(HOUR / 100);
      await signIn(user(1), `guess-${i}`, `10.4.0.${i}`, { 'idempotency-key': `guess-number-${i}` });
    }
    expect(tested()).toBeLessThanOrEqual(10);
    expect(await test.db.read('SELECT 1 FROM idempotency_record')).toEqual([]);
  });

  it.each([
    ['one after another', '10.5.0.1', (address: string) => address],
    ['all at once', '10.5.0.2', (address: string) => address],
    ['one after another, each from its own address of one IPv6 /64', '2001:db8:5:1', ipv6],
  ])('one password for 410 users from one place, %s: stopped after twenty', async (how, place, address) => {
    const tries = accounts.map(
      ({ username }, i) =>
        () =>
          signIn(username, 'Spring-2026', address(place, i)),
    );
    const answers: TestResponse[] = [];
    if (how === 'all at once') answers.push(...(await Promise.all(tries.map((attempt) => attempt()))));
    else for (const attempt of tries) answers.push(await attempt());
    expect(tested()).toBeLessThanOrEqual(20);
    expect(tested()).toBeGreaterThan(0);
    expect(answers.filter(({ body }) => body.code === 'SIGN_IN_BLOCKED')).toHaveLength(USERS - tested());
    const elsewhere = await signIn(user(USERS - 1), RIGHT, address === ipv6 ? '2001:db8:5:2::1' : '10.5.0.9');
    expect(elsewhere.status).toBe(201);
  });

  it('somebody who fails with every user name keeps strangers out, and nobody who has signed in there before', async () => {
    // The attack costs a hash each; on the slower database a tenth of it shows the same.
    const victims = accounts.slice(0, name === 'sqlite' ? USERS : USERS / 10);
    await test.app.get(UnitOfWork).run(async () => {
      for (const { id, username } of victims)
        await test.app
          .get(ThrottleStore)
          .rememberDevice(tokenHash(`device of ${username}`), id, clock.instant);
    });
    for (const [i, { username }] of victims.entries())
      expect((await signIn(username, 'no', `10.6.${Math.floor(i / 15)}.1`)).body.code).toBe('SIGN_IN_FAILED');
    const strangers = await Promise.all(victims.map(({ username }) => signIn(username, RIGHT, '10.7.0.1')));
    expect(strangers.map(({ body }) => body.code)).toEqual(victims.map(() => 'SIGN_IN_BLOCKED'));
    const owners = await Promise.all(
      // From the very address the attacker used: a known browser suffers from neither.
      victims.map(({ username }) => {
        const cookie = `diaodu_device=${encodeURIComponent(`device of ${username}`)}`;
        return signIn(username, RIGHT, '10.6.0.1', { cookie });
      }),
    );
    expect(owners.map(({ status }) => status)).toEqual(victims.map(() => 201));
  }, 300_000);

  it('a known browser is no way around the count: its own failures lock it', async () => {
    const cookie = 'diaodu_device=stolen';
    await test.app
      .get(UnitOfWork)
      .run(() =>
        test.app.get(ThrottleStore).rememberDevice(tokenHash('stolen'), accounts[2]?.id ?? '', clock.instant),
      );
    for (let i = 0; i < 600; i++) {
      clock.pass(HOUR / 600);
      await signIn(user(2), `guess-${i}`, '10.8.0.1', { cookie });
    }
    expect(tested()).toBeLessThanOrEqual(10);
  });

  it('a name that exists and one that does not are answered alike, and as fast', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const answers: Record<'known' | 'unknown', TestResponse[]> = { known: [], unknown: [] };
    for (let i = 0; i < 200; i++) {
      for (const kind of ['known', 'unknown'] as const) {
        const began = process.hrtime.bigint();
        const answer = await signIn(kind === 'known' ? user(i) : `nobody-${i}`, 'no', `10.9.${i}.1`);
        times[kind].push(Number(process.hrtime.bigint() - began) / 1e6);
        answers[kind].push(answer);
      }
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    process.stderr.write(`failed sign-in on ${name}: known ${known} ms, unknown ${unknown} ms\n`);
    expect(Math.abs(known - unknown)).toBeLessThanOrEqual(10);
    expect(answers.known[0]?.body.code).toBe('SIGN_IN_FAILED');
    const shown = (all: TestResponse[]) => all.map(({ status, headers, body }) => ({ status, body, headers: undated(headers) })); // prettier-ignore
    expect(shown(answers.known)).toEqual(shown(answers.unknown));
    const again = await Promise.all([
      signIn(user(0), 'no', '10.9.0.2'),
      signIn('nobody-0', 'no', '10.9.0.2'),
    ]);
    expect(again[0]).toMatchObject({ status: 429, body: again[1]?.body });
  }, 120_000);

  it('200 people who sign in at the same moment all get in, and the loop stays responsive', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const answers = await Promise.all(
      accounts.slice(200, 400).map(({ username }, i) => signIn(username, RIGHT, `10.10.0.${i}`)),
    );
    delay.disable();
    const p99 = delay.percentile(99) / 1e6;
    process.stderr.write(`200 sign-ins at once on ${name}: event loop p99 ${p99.toFixed(0)} ms\n`);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ headers }) => String(headers['set-cookie']))).size).toBe(200);
    // The bar is 100 ms on a machine of its own; here other suites run beside.
    expect(p99).toBeLessThan(1000);
  }, 120_000);

  it('a planted cookie is replaced: neither session nor browser is known by what somebody else put there', async () => {
    const planted = 'planted-by-a-neighbour';
    const answer = await signIn(user(3), RIGHT, '10.11.0.1', {
      cookie: `diaodu_session=${planted}; diaodu_device=${planted}`,
    });
    expect(answer.status).toBe(201);
    expect(String(answer.headers['set-cookie'])).not.toContain(planted);
    const with_ = await test.request('GET', '/api/v1/session', { headers: { cookie: `diaodu_session=${planted}` } }); // prettier-ignore
    expect(with_.status).toBe(401);
    expect(await test.db.read('SELECT 1 FROM known_device WHERE token_sha256 = ?', [tokenHash(planted)])).toEqual([]); // prettier-ignore
  });
});

function ipv6(network: string, host: number): string {
  return `${network}::${host.toString(16)}`;
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function undated(headers: Record<string, unknown>): Record<string, unknown> {
  return { ...headers, date: '' };
}
