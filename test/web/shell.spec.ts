import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openOffice } from '../support/office.js';
import { expectSound, focusedName, seriousFindings, shoot, tabThrough } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const CLERK = 'YFB-CLERK';

describeInBrowser('the shell', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CLERK, 'SYSADMIN', 'SFJ-LIAISON'],
      prepare: async (app) => {
        await openOffice(app);
        await app.holdDay('2023-12-20');
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('shows the office day of the demonstration, who one is, and the places of one’s role only', async () => {
    const page = await stage.open('/nowhere', CLERK);
    await page.getByText('演示数据：办公日 2023-12-20').waitFor();
    await page.getByRole('button', { name: /依法治区办工作人员/ }).waitFor();
    const nav = page.getByRole('navigation', { name: '主导航' });
    await nav.getByRole('link', { name: '重点任务台账' }).waitFor();
    expect(await nav.getByRole('link', { name: '账号' }).count()).toBe(0);
    const admin = await stage.open('/nowhere', 'SYSADMIN');
    await admin.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '账号' }).waitFor();
    expect(await admin.getByRole('link', { name: '重点任务台账' }).count()).toBe(0);
    expect([...complaintsOf(page), ...complaintsOf(admin)]).toEqual([]);
  });

  it('says to whoever opens a page that is not his whom to ask', async () => {
    const page = await stage.open('/system/accounts', 'SFJ-LIAISON');
    await page.getByRole('heading', { name: '无权查看' }).waitFor();
    await page.getByText('请联系安全管理员授予岗位').waitFor();
    await expectSound(page, 'no-permission');
  });

  it('on a phone keeps the navigation in a drawer that holds the focus and gives it back', async () => {
    const page = await stage.open('/nowhere', CLERK);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: '打开导航' }).click();
    const drawer = page.getByRole('dialog', { name: '主导航' });
    await drawer.getByRole('link', { name: '重点任务台账' }).waitFor();
    await shoot(page, 'drawer-390');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toContain('打开导航');
    await page.keyboard.press('Enter');
    await drawer.getByRole('link', { name: '重点任务台账' }).click();
    await page.waitForURL('**/ledger');
    await drawer.waitFor({ state: 'hidden' });
    expect(complaintsOf(page)).toEqual([]);
  });

  it('lets one skip to the content with the first Tab, and moves the focus to the heading of a new page', async () => {
    const page = await stage.open('/nowhere', CLERK);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    expect(await tabThrough(page, 1)).toEqual(['跳到正文']);
    await page.keyboard.press('Enter');
    expect(await tabThrough(page, 1)).toEqual(['回到首页']);
    await page.getByRole('navigation').getByRole('link', { name: '重点任务台账' }).click();
    await page.waitForURL('**/ledger');
    await page.getByRole('heading', { level: 1, name: '重点任务台账' }).waitFor();
    expect(await focusedName(page)).toContain('重点任务台账');
    expect(complaintsOf(page)).toEqual([]);
  });

  it('leaves the frame off the paper', async () => {
    const page = await stage.open('/nowhere', CLERK);
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(complaintsOf(page)).toEqual([]);
  });
});
