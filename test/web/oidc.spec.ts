import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.js';
import { openOffice } from '../support/office.js';
import { expectSound, seriousFindings, shoot } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';
import { freePort } from '../support/free-port.js';

const LABEL = '区统一身份认证';
const KNOWN = { sub: 'person-1', preferred_username: 'cheng.silan' };

describeInBrowser('signing in by another service', (browser) => {
  let provider: IdentityProvider;
  let stage: Stage;

  beforeAll(async () => {
    // The provider says on the console what a real one would have to set up.
    for (const word of ['info', 'warn'] as const)
      jest.spyOn(console, word).mockImplementation(() => undefined);
    const port = await freePort();
    provider = await startIdentityProvider(`http://127.0.0.1:${port}/api/v1/session/oidc/callback`);
    provider.person = KNOWN;
    stage = await openStage(browser, {
      prepare: async (test) => {
        await openOffice(test);
        await actAs(systemActor('cli', 'test'), async () => {
          const wish = { username: KNOWN.preferred_username, name: '程思岚' };
          const { account } = await test.app.get(AccountsService).create(wish);
          await test.app.get(GrantsService).grant(account.id, 'SFJ-LIAISON');
          for (const duty of ['SYSADMIN', 'SECADMIN', 'AUDITOR'] as const)
            await test.app.get(AccountsService).create({ username: duty.toLowerCase(), name: duty, duty });
        });
      },
      variables: {
        PORT: String(port),
        DIAODU_OIDC_ISSUER: provider.issuer,
        DIAODU_OIDC_CLIENT_ID: provider.clientId,
        DIAODU_OIDC_CLIENT_SECRET: provider.clientSecret,
        DIAODU_OIDC_LABEL: LABEL,
      },
    });
  }, 120_000);
  afterAll(async () => {
    await stage.close();
    await provider.close();
    jest.restoreAllMocks();
  });

  it('is a button on the sign-in page, leads there and back, and opens the page one wanted', async () => {
    const page = await stage.open('/ledger');
    const button = page.getByRole('link', { name: LABEL });
    await button.waitFor();
    await expectSound(page, 'oidc-sign-in');
    const there: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) there.push(new URL(request.url()).origin);
    });
    await button.click();
    await page.getByRole('heading', { name: '重点任务台账' }).waitFor();
    await page.getByRole('button', { name: /程思岚/ }).waitFor();
    expect(there).toContain(provider.issuer);
    expect(new URL(page.url()).pathname).toBe('/ledger');
    expect(complaintsOf(page)).toEqual([]);
  });

  it('refuses in words whom no account was made for, and leads back to the sign-in page', async () => {
    provider.person = { sub: 'person-2', preferred_username: 'nobody' };
    const page = await stage.open('/');
    await page.getByRole('link', { name: LABEL }).click();
    await page.getByRole('heading', { name: '未能登录' }).waitFor();
    await page.getByText(/没有账号/).waitFor();
    await shoot(page, 'oidc-refused-1440');
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(page, 'oidc-refused-390');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect((await page.context().cookies()).some(({ name }) => name === 'diaodu_session')).toBe(false);
    await page.getByRole('link', { name: '返回登录页' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    provider.person = KNOWN;
  });
});
