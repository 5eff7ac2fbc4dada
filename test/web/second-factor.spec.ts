import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const PASSWORD = 'Xk7-moonlit';

describeInBrowser('a second factor', (browser) => {
  let stage: Stage;
  let firstPassword = '';

  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: ({ app }) =>
        actAs(systemActor('cli', 'test'), async () => {
          for (const duty of ['SECADMIN', 'AUDITOR'] as const) {
            await app.get(AccountsService).create({ username: duty.toLowerCase(), name: duty, duty });
          }
          const wish = { username: 'zhang.san', name: '张三', duty: 'SYSADMIN' as const };
          firstPassword = (await app.get(AccountsService).create(wish)).firstPassword;
        }),
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('is bound with an authenticator and asked for from then on; a recovery code stands in for a lost phone', async () => {
    const page = await stage.open('/security');
    await signIn(page, firstPassword);
    await page.getByLabel('当前口令').fill(firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入新口令').fill(PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('button', { name: '绑定动态口令' }).click();
    const secret = (await page.locator('.bind-secret').textContent())!.replaceAll(' ', '');
    await expectSound(page, 'second-factor');
    await page.getByLabel('动态口令').fill('000000');
    await page.getByRole('button', { name: '确认绑定' }).click();
    await page.getByRole('alert').getByText('动态口令不正确').waitFor();
    await page.getByLabel('动态口令').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.getByRole('button', { name: '确认绑定' }).click();
    await page.getByRole('heading', { name: '备用码' }).waitFor();
    const [recovery = ''] = await page.locator('.recovery-codes code').allTextContents();
    await expectSound(page, 'recovery-codes');
    await page.getByRole('button', { name: '已收好' }).click();
    await page.getByText('已绑定').waitFor();
    await expectSound(page, 'security');

    const elsewhere = await stage.open('/security');
    await signIn(elsewhere, PASSWORD);
    await elsewhere.getByLabel('动态口令').fill('000000');
    await elsewhere.getByRole('button', { name: '登录', exact: true }).click();
    await elsewhere.getByRole('alert').getByText('动态口令不正确').waitFor();
    expect(await elsewhere.getByLabel('口令', { exact: true }).inputValue()).toBe(PASSWORD);
    await elsewhere.getByLabel('动态口令').fill(recovery);
    // A wrong code costs a second; pressed before that, the form keeps what was typed and counts down.
    while ((await press(elsewhere)) === 429);
    await elsewhere.getByRole('heading', { name: '账号安全' }).waitFor();

    await page.reload();
    await page.getByRole('button', { name: /退出在/ }).click();
    await page.getByText('没有其他登录').waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole('heading', { name: '登录' }).waitFor();
    expect([...complaintsOf(page), ...complaintsOf(elsewhere)]).toEqual([]);
  });
});

/** Presses the button as soon as it can be pressed; gives the status of the answer. */
async function press(page: Page): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  return (await answer).status();
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('用户名').fill('zhang.san');
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
