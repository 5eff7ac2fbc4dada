import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { novemberDistrict, OFFICE } from '../support/frozen-month.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

describeInBrowser('a month without a terminal', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: async (test) => void (await novemberDistrict(test)),
      posts: [OFFICE.clerk, OFFICE.director, OFFICE.leader, 'D1-LIAISON', 'AUDITOR', 'SYSADMIN', 'SECADMIN'],
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('begins at the workbench, which tells each role what is its own', async () => {
    const clerk = await stage.open('/', OFFICE.clerk);
    await clerk.getByRole('heading', { name: '当前亮灯' }).waitFor();
    await clerk.getByRole('heading', { name: /空缺岗位/ }).waitFor();
    await expectSound(clerk, 'workbench-clerk');
    const liaison = await stage.open('/', 'D1-LIAISON');
    await liaison.getByRole('heading', { name: '工作台' }).waitFor();
    await liaison.getByRole('heading', { name: '当前亮灯' }).waitFor();
    expect(await liaison.getByRole('heading', { name: /空缺岗位/ }).count()).toBe(0);
    await expectSound(liaison, 'workbench-liaison');
    const leader = await stage.open('/', OFFICE.leader);
    await leader.getByRole('heading', { name: '按第一牵头单位' }).waitFor();
    await expectSound(leader, 'workbench-leader');
  });

  it('is frozen as the preview said, and its reminders can be pasted into WeChat', async () => {
    const clerk = await stage.open('/dispatch', OFFICE.clerk);
    await clerk.getByRole('heading', { name: /^预览/ }).waitFor();
    await clerk.getByRole('heading', { name: /将要告知/ }).waitFor();
    const lights = clerk.locator('.round-figures').first();
    const before = await lights.textContent();
    await expectSound(clerk, 'dispatch-preview');
    await clerk.getByRole('button', { name: '冻结本月' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '冻结本月' }).click();
    await clerk.getByRole('heading', { name: '冻结结果' }).waitFor({ timeout: 90_000 });
    expect(await lights.textContent()).toBe(before);
    await expectSound(clerk, 'dispatch-frozen');

    await clerk.goto(`${stage.service.address}/reminders`);
    await clerk.getByRole('heading', { name: '复制到微信' }).waitFor();
    await clerk.locator('.reminders-list li').first().waitFor();
    await expectSound(clerk, 'reminders');
    expect(complaintsOf(clerk)).toEqual([]);
  });

  it('ends with the meeting and the bulletin, which can be downloaded', async () => {
    const director = await stage.open('/dispatch', OFFICE.director);
    await director.getByRole('button', { name: '月调度会已召开' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '月调度会已召开' }).click();
    await director.getByRole('dialog').waitFor({ state: 'hidden' });
    await director.getByRole('button', { name: '印发通报' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '印发通报' }).click();
    const file = director.waitForEvent('download');
    await director.getByRole('link', { name: '下载 Word' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.docx$/);
    expect(complaintsOf(director)).toEqual([]);
  });

  it('has its accounts, posts, calendar, audit trail and backups kept by whose duty they are', async () => {
    const pages: [string, string, string, string][] = [
      ['/system/accounts', 'SYSADMIN', '账号', 'accounts'],
      ['/system/accounts', 'SECADMIN', '账号', 'accounts-grants'],
      ['/system/backup', 'SYSADMIN', '备份与恢复', 'backup'],
      ['/system/audit', 'AUDITOR', '审计日志', 'audit'],
      ['/system/posts', OFFICE.clerk, '岗位', 'posts'],
      ['/system/departments', OFFICE.clerk, '单位', 'departments'],
      ['/system/calendar', OFFICE.clerk, '2023 年工作日历', 'calendar'],
      ['/hand-over/D1-LIAISON', OFFICE.clerk, '岗位交接', 'hand-over'],
    ];
    for (const [address, post, title, name] of pages) {
      const page = await stage.open(address, post);
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await expectSound(page, name);
      await page.context().close();
    }
    const auditor = await stage.open('/system/audit', 'AUDITOR');
    await auditor.getByRole('button', { name: '核验', exact: true }).click();
    await auditor.getByText(/审计链完好/).waitFor();
    const refused = await stage.open('/system/audit', OFFICE.clerk);
    await refused.getByText(/不能打开此页/).waitFor();
  }, 120_000);

  it('hands a post over, and shows the successor what is open', async () => {
    const clerk = await stage.open('/hand-over/D1-LIAISON', OFFICE.clerk);
    await clerk.getByRole('button', { name: '办理交接' }).click();
    await clerk.getByRole('dialog').getByLabel('接任人').fill('接任者');
    await clerk.getByRole('dialog').getByLabel('交接说明').fill('材料在三楼档案柜');
    await clerk.getByRole('dialog').getByRole('button', { name: '交接' }).click();
    await clerk.getByText('待接任人确认').waitFor();
    await clerk.locator('.hand-over-quiet').getByText('材料在三楼档案柜').waitFor();
    expect(complaintsOf(clerk)).toEqual([]);
    const secadmin = await stage.open('/system/accounts', 'SECADMIN');
    await secadmin.getByText(/联络员 接任者/).waitFor();
  });
});
