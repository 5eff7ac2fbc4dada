import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import type { TestApp } from '../support/app.js';
import { openOffice } from '../support/office.js';
import { expectSound, focusedName, tabThrough } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LIAISON = 'SFJ-LIAISON';

describeInBrowser('signing in', (browser) => {
  let stage: Stage;
  let firstPassword = '';

  beforeAll(async () => {
    stage = await openStage(browser, { posts: [LIAISON, 'SFJ-HEAD', 'AUDITOR'], prepare: fill });
  }, 120_000);
  afterAll(() => stage.close());

  async function fill(app: TestApp): Promise<void> {
    await openOffice(app);
    await actAs(systemActor('cli', 'test'), async () => {
      for (const duty of ['SYSADMIN', 'SECADMIN'] as const) {
        await app.app.get(AccountsService).create({ username: duty.toLowerCase(), name: duty, duty });
      }
      const made = await app.app
        .get(AccountsService)
        .create({ username: 'li.ming', name: '李明', duty: null });
      firstPassword = made.firstPassword;
      for (const post of ['YFB-CLERK', 'YFB-DIRECTOR'])
        await app.app.get(GrantsService).grant(made.account.id, post);
    });
  }

  it('leads whoever opens a page to the form, and says what was wrong with a wrong password', async () => {
    const page = await stage.open('/reports?month=2023-11');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(new URL(page.url()).searchParams.get('back')).toBe('/reports?month=2023-11');
    await expectSound(page, 'sign-in');
    await signIn(page, 'li.ming', 'wrong-password');
    await page.getByRole('alert').getByText('用户名或者口令不正确').waitFor();
    expect(await page.getByLabel('口令', { exact: true }).inputValue()).toBe('');
    await expectSound(page, 'sign-in-refused');
  });

  it('counts down the seconds for which signing in is blocked', async () => {
    const page = await stage.open('/sign-in');
    const blocked = page.getByRole('alert').getByText(/请 \d+ 秒后再试/);
    // The wait grows from one second on; a slow machine meets a later one.
    for (let time = 0; time < 8 && (await blocked.count()) === 0; time++) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await signIn(page, 'nobody.known', 'wrong-password');
      // What is on the screen may still be the refusal before, so the answer itself says which one to wait for.
      const isBlocked = (await answered).status() === 429;
      await (isBlocked ? blocked : page.getByRole('alert')).waitFor();
    }
    expect(await page.getByRole('button', { name: '登录' }).isDisabled()).toBe(true);
  });

  it('can be done with the keyboard alone, in the order one reads', async () => {
    const page = await stage.open('/sign-in');
    const name = page.getByLabel('用户名');
    await name.waitFor();
    expect(await focusedName(page)).toBe('用户名');
    expect((await tabThrough(page, 1))[0]).toBe('口令');
    expect(complaintsOf(page)).toEqual([]);
  });

  it('with a first password asks for a password of one’s own, ticks the rules, and goes on to where one wanted', async () => {
    const page = await stage.open('/nowhere');
    await signIn(page, 'li.ming', firstPassword);
    await page.getByRole('heading', { name: '修改口令' }).waitFor();
    await page.getByText('当前口令由他人代设').waitFor();
    await page.goto(`${stage.service.address}/`);
    await page.getByRole('heading', { name: '修改口令' }).waitFor();
    await page.getByLabel('当前口令').fill(firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill('Moon');
    expect(await page.locator('.is-kept').count()).toBe(1);
    await page.getByLabel('新口令', { exact: true }).fill('Xk7-moonlit');
    expect(await page.locator('.is-kept').count()).toBe(3);
    await page.getByLabel('再次输入新口令').fill('Xk7-moonlight');
    await page.getByText('两次输入的新口令不一致').waitFor();
    await expectSound(page, 'password');
    await page.getByLabel('再次输入新口令').fill('Xk7-moonlit');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('banner').getByText('李明').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('acts for another of one’s posts after choosing it', async () => {
    const page = await stage.open('/sign-in');
    await signIn(page, 'li.ming', 'Xk7-moonlit');
    await page.getByRole('button', { name: /李明/ }).click();
    const other = page.getByRole('button', { name: /改以.*办理/ });
    const post = /改以“(.*)”办理/.exec((await other.textContent()) ?? '')![1]!;
    await other.click();
    await page.getByRole('button', { name: `李明 ${post}` }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('refuses a new password in the service’s own words', async () => {
    const page = await stage.open('/password', LIAISON);
    await page.getByLabel('当前口令').fill('not-mine');
    await page.getByLabel('新口令', { exact: true }).fill('Xk7-moonlit');
    await page.getByLabel('再次输入新口令').fill('Xk7-moonlit');
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('alert').getByText('当前口令不正确。').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('shows a missing page inside the shell, to one who is signed in', async () => {
    const page = await stage.open('/nowhere', LIAISON);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.getByRole('link', { name: '跳到正文' }).focus();
    await expectSound(page, 'not-found');
  });

  it('opens the account menu with the keyboard, closes it with Esc, and signs out', async () => {
    const page = await stage.open('/nowhere', 'SFJ-HEAD');
    const menu = page.getByRole('button', { name: /部门负责人/ });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '修改口令' }).waitFor();
    await expectSound(page, 'account-menu');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: '修改口令' }).count()).toBe(0);
    expect(await focusedName(page)).toContain('部门负责人');
    await menu.click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('speaks English to whoever asks for it, and remembers', async () => {
    const page = await stage.open('/nowhere', 'AUDITOR');
    await page.getByRole('button', { name: /AUDITOR/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'No such page' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'No such page' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(complaintsOf(page)).toEqual([]);
  });

  it('shows the keys with ? and hides them with Esc', async () => {
    const page = await stage.open('/nowhere', LIAISON);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
