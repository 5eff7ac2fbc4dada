import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

describeInBrowser('the first start', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {});
  }, 120_000);
  afterAll(() => stage.close());

  it('makes the three administrators from the secret on the terminal and shows their passwords once', async () => {
    const page = await stage.open('/');
    await page.getByRole('heading', { name: '首次启用' }).waitFor();
    const people = ['系统管理员', '安全管理员', '审计管理员'].map((duty) =>
      page.getByRole('group', { name: duty }),
    );
    for (const [place, person] of people.entries()) {
      await person.getByLabel('姓名').fill(['张三', '李四', '王五'][place]!);
      await person.getByLabel('用户名').fill(['zhang.san', 'li.si', 'wang.wu'][place]!);
    }
    await page.getByLabel('首次启用口令').fill('not-the-secret');
    await expectSound(page, 'first-start');
    await page.getByRole('button', { name: '设立三员并启用系统' }).click();
    await page.getByRole('alert').getByText('首次启用口令不正确').waitFor();
    const secret = /首次启用口令（[^）]*）：(\S+)/.exec(stage.service.said())![1]!;
    await page.getByLabel('首次启用口令').fill(secret);
    await page.getByRole('button', { name: '设立三员并启用系统' }).click();
    await page.getByRole('heading', { name: '系统已启用' }).waitFor();
    const passwords = await page.locator('code').allTextContents();
    expect(new Set(passwords).size).toBe(3);
    await expectSound(page, 'first-start-done');
    await page.getByRole('button', { name: '去登录' }).click();
    await page.getByLabel('用户名').fill('zhang.san');
    await page.getByLabel('口令', { exact: true }).fill(passwords[0]!);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '修改口令' }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('is over after that', async () => {
    const page = await stage.open('/first-start');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});
