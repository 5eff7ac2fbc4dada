import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'otpauth';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { startTestApp, type TestApp, type TestResponse } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { DATABASES } from '../support/databases.js';
import { MovingClock } from '../support/moving-clock.js';

const PASSWORD = 'Xk7-moonlit-road';
const HALF_MINUTE = 30_000;

describe.each(DATABASES)('signing in with a second factor on %s', (name) => {
  let test: TestApp;
  let clock: MovingClock;
  let config: string;
  /** The address the phone was given. */
  let address: string;
  let recoveryCodes: string[];

  beforeAll(async () => {
    config = mkdtempSync(join(tmpdir(), 'diaodu-config-'));
    cpSync('config', config, { recursive: true });
    const rules = readFileSync(join(config, 'access.yaml'), 'utf8');
    writeFileSync(join(config, 'access.yaml'), rules.replace('twoFactor: NONE', 'twoFactor: ADMINISTRATORS'));
    test = await startTestApp(name, { DIAODU_CONFIG_DIR: config });
    clock = new MovingClock(test.app);
    for (const [username, duty] of [
      ['xitong', 'SYSADMIN'],
      ['xitong2', 'SYSADMIN'],
      ['cheng', null],
    ] as const) {
      const made = await actAs(systemActor('cli', 'test'), () =>
        test.app.get(AccountsService).create({ username, name: username, duty }),
      );
      const browser = new Browser(test);
      await browser.signIn(username, made.firstPassword);
      await browser.send('PUT', 'session/password', { current: made.firstPassword, next: PASSWORD });
    }
  });
  afterAll(async () => {
    await test.close();
    rmSync(config, { recursive: true });
  });

  /** What the phone shows now. */
  const shown = (from = address): string => (URI.parse(from) as { generate(at: object): string }).generate({ timestamp: clock.instant }); // prettier-ignore

  function signIn(
    code?: string,
    from = '10.0.0.1',
    browser = new Browser(test, from),
  ): Promise<TestResponse> {
    return browser.send('POST', 'session', { username: 'xitong', password: PASSWORD, ...(code === undefined ? {} : { code }) }); // prettier-ignore
  }

  /** A browser that has signed in with what the phone shows. */
  async function signedIn(code = shown()): Promise<Browser> {
    const browser = new Browser(test, '10.0.0.2');
    expect((await signIn(code, '', browser)).status).toBe(201);
    return browser;
  }

  const nextCode = (): string => {
    clock.pass(HALF_MINUTE);
    return shown();
  };

  it('is asked of administrators before anything else, and not of others (SECOND_FACTOR_REQUIRED)', async () => {
    const other = new Browser(test);
    expect((await other.signIn('cheng', PASSWORD)).body.mustEnrol).toBe(false);
    expect((await other.send('GET', 'session/second-factor')).body).toEqual({ bound: false, required: false, recoveryCodesLeft: 0 }); // prettier-ignore
    const browser = new Browser(test);
    expect((await browser.signIn('xitong', PASSWORD)).body).toMatchObject({ mustEnrol: true, mustChangePassword: false }); // prettier-ignore
    expect(await browser.send('GET', 'accounts')).toMatchObject({ status: 403, body: { code: 'SECOND_FACTOR_REQUIRED' } }); // prettier-ignore
  });

  it('is bound from one’s own session by a first code (SECOND_FACTOR_NOT_BEGUN, SECOND_FACTOR_CODE_WRONG, SECOND_FACTOR_BOUND)', async () => {
    const browser = new Browser(test);
    await browser.signIn('xitong', PASSWORD);
    const confirm = (code: string) => browser.send('POST', 'session/second-factor/confirm', { code });
    expect((await confirm('123456')).body.code).toBe('SECOND_FACTOR_NOT_BEGUN');
    const first = (await browser.send('POST', 'session/second-factor')).body;
    const second = (await browser.send('POST', 'session/second-factor')).body;
    address = second.address;
    expect(second.secret).not.toBe(first.secret);
    expect((await confirm(shown(first.address))).body.code).toBe('SECOND_FACTOR_CODE_WRONG');
    expect((await signIn()).status).toBe(201);
    const before = browser.cookies.get('diaodu_session');
    const bound = await confirm(shown());
    expect(bound).toMatchObject({ status: 200, body: { session: { mustEnrol: false } } });
    recoveryCodes = bound.body.recoveryCodes;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(browser.cookies.get('diaodu_session')).not.toBe(before);
    expect((await browser.send('GET', 'accounts?q=xitong')).body.items[0]).toMatchObject({
      secondFactor: true,
    });
    expect((await browser.send('POST', 'session/second-factor')).body.code).toBe('SECOND_FACTOR_BOUND');
    expect((await confirm(nextCode())).body.code).toBe('SECOND_FACTOR_BOUND');
    expect((await browser.send('GET', 'session/second-factor')).body).toEqual({ bound: true, required: true, recoveryCodesLeft: 10 }); // prettier-ignore
  });

  it('keeps its secret sealed and its recovery codes as hashes', async () => {
    const rows = await test.db.read(
      'SELECT * FROM second_factor f JOIN recovery_code c ON c.account_id = f.account_id',
    );
    expect(rows).toHaveLength(10);
    const kept = JSON.stringify(rows);
    const secret = new URL(address).searchParams.get('secret') as string;
    for (const told of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))]) {
      expect(kept).not.toContain(told);
    }
  });

  it('is wanted after the password, which alone is no failure (SIGN_IN_CODE_REQUIRED)', async () => {
    for (let i = 0; i < 8; i++) expect((await signIn()).body.code).toBe('SIGN_IN_CODE_REQUIRED');
    const wrong = await test.request('POST', '/api/v1/session', {
      body: { username: 'xitong', password: 'wrong', code: shown() },
      from: '10.0.0.3',
    });
    expect(wrong.body.code).toBe('SIGN_IN_FAILED');
    clock.pass(HALF_MINUTE);
    await signedIn();
  });

  it('takes each code once, and none from before it (SIGN_IN_CODE_WRONG)', async () => {
    const code = nextCode();
    await signedIn(code);
    expect((await signIn(code, '10.0.1.1')).body.code).toBe('SIGN_IN_CODE_WRONG');
    clock.pass(HALF_MINUTE);
    expect((await signIn(code, '10.0.1.2')).body.code).toBe('SIGN_IN_CODE_WRONG');
    clock.pass(HALF_MINUTE);
    expect((await signedIn()).cookies.size).toBe(2);
  });

  it('counts wrong codes like wrong passwords (SIGN_IN_BLOCKED)', async () => {
    clock.pass(24 * 3_600_000 + 1);
    let looked = 0;
    for (let i = 0; i < 200; i++) {
      clock.pass(18_000);
      const { code } = (await signIn(String(100_000 + i), `10.0.2.${i}`)).body;
      if (code === 'SIGN_IN_CODE_WRONG') looked++;
      else expect(code).toBe('SIGN_IN_BLOCKED');
      // Knowing the password does not put the count back.
      await signIn(undefined, `10.0.3.${i}`);
    }
    expect(looked).toBeLessThanOrEqual(10);
    clock.pass(24 * 3_600_000 + 1);
  });

  it('lets somebody in who has lost his phone, by each recovery code once', async () => {
    const [code = '', other = ''] = recoveryCodes;
    const browser = await signedIn(` ${code.toLowerCase()} `);
    expect((await browser.send('GET', 'session/second-factor')).body.recoveryCodesLeft).toBe(9);
    expect((await signIn(code, '10.0.4.1')).body.code).toBe('SIGN_IN_CODE_WRONG');
    clock.pass(1000);
    const unbind = (given: string) => browser.send('POST', 'session/second-factor/unbind', { code: given });
    for (let i = 0; i < 5; i++) expect((await unbind('000000')).body.code).toBe('SECOND_FACTOR_CODE_WRONG');
    expect((await unbind(other)).body.code).toBe('SIGN_IN_BLOCKED');
    clock.pass(16 * 60_000);
    expect((await unbind(other)).body).toMatchObject({ mustEnrol: true });
    expect((await signIn()).status).toBe(201);
  });

  it('is taken off by another administrator where phone and codes are lost (NO_SECOND_FACTOR, OWN_ACCOUNT)', async () => {
    const browsers = [new Browser(test, '10.0.5.1'), new Browser(test, '10.0.5.2')] as const;
    const addresses: string[] = [];
    for (const [i, browser] of browsers.entries()) {
      await browser.signIn(i === 0 ? 'xitong' : 'xitong2', PASSWORD);
      addresses.push((await browser.send('POST', 'session/second-factor')).body.address);
      await browser.send('POST', 'session/second-factor/confirm', { code: shown(addresses[i]) });
    }
    const accounts = (await browsers[1].send('GET', 'accounts?q=xitong')).body.items as {
      id: string;
      username: string;
    }[];
    const [lost, own] = accounts.map(({ id }) => id);
    const reset = (id = '') => browsers[1].send('POST', `accounts/${id}/second-factor/reset`);
    expect((await reset(own)).body.code).toBe('OWN_ACCOUNT');
    expect((await reset(lost)).status).toBe(204);
    expect((await reset(lost)).body.code).toBe('NO_SECOND_FACTOR');
    expect((await reset('none')).body.code).toBe('ACCOUNT_NOT_FOUND');
    expect((await browsers[0].send('GET', 'session')).status).toBe(401);
    expect((await browsers[0].signIn('xitong', PASSWORD)).body).toMatchObject({ mustEnrol: true });
  });
});
