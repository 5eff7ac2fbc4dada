import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freezeNovember, novemberDistrict, OFFICE } from '../support/frozen-month.js';
import { workOutbox } from '../support/ledger.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const POST = 'D1-LIAISON';
const PASSWORD = 'Xk7-moonlit';

describeInBrowser('a post that changes hands', (browser) => {
  let stage: Stage;
  /** What the system administrator hands to the successor on paper. */
  let firstPassword = '';

  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: async (test) => {
        await novemberDistrict(test);
        await freezeNovember(test);
        await workOutbox(test);
        await test.holdDay('2023-12-01', '10:00');
      },
      posts: [OFFICE.clerk, POST, 'SYSADMIN', 'SECADMIN'],
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('shows its holder, from his workbench, everything that is open on it', async () => {
    const page = await stage.open('/', POST);
    await page.getByRole('link', { name: '岗位交接清单' }).click();
    await page.getByRole('heading', { name: '岗位交接', exact: true }).waitFor();
    await page.getByRole('heading', { name: /^承办中的任务（[1-9]/ }).waitFor();
    await page.getByRole('heading', { name: /^未签收的提醒（[1-9]/ }).waitFor();
    await page.getByText('现任').waitFor();
    expect(await page.getByRole('button', { name: '办理交接' }).count()).toBe(0);
    await expectSound(page, 'hand-over-outgoing');
  });

  it('is given to the next by the clerk, and the former holder may do nothing from then on', async () => {
    const clerk = await stage.open('/system/posts', OFFICE.clerk);
    await clerk
      .getByRole('row', { name: new RegExp(POST) })
      .getByRole('link', { name: '交接' })
      .click();
    await clerk.getByRole('button', { name: '办理交接' }).click();
    const form = clerk.getByRole('dialog', { name: `${POST} 交接` });
    await form.getByLabel('接任人').fill('接任者');
    await form.getByLabel('交接说明').fill('材料在三楼档案柜');
    await expectSound(clerk, 'hand-over-form');
    await form.getByRole('button', { name: '交接', exact: true }).click();
    await clerk.getByText('待接任人确认').waitFor();
    await clerk.getByText('现任 接任者').waitFor();
    // The office hands over; to confirm it is the successor's.
    expect(await clerk.getByRole('button', { name: '确认接收' }).count()).toBe(0);
    await expectSound(clerk, 'hand-over-done');
    const former = await stage.open('/', POST);
    await former.getByText('您的账号尚未任岗位').waitFor();
    expect(complaintsOf(former)).toEqual([]);
  });

  it('is opened to the successor by the two administrators together', async () => {
    const system = await stage.open('/system/accounts', 'SYSADMIN');
    await system.getByRole('button', { name: '新建账号' }).click();
    const form = system.getByRole('dialog', { name: '新建账号' });
    await form.getByLabel('姓名').fill('接任者');
    await form.getByLabel('用户名').fill('jie.ren');
    await form.getByRole('button', { name: '建立' }).click();
    firstPassword = (await system
      .getByRole('dialog', { name: '接任者 的首次口令' })
      .locator('code')
      .textContent())!;
    const security = await stage.open('/system/accounts', 'SECADMIN');
    const term = security.getByRole('listitem').filter({ hasText: '联络员 接任者' });
    await term.getByText('接任者（jie.ren）').waitFor();
    await term.getByRole('button', { name: '授权' }).click();
    await security.getByText(`已授权 ${POST}。`).waitFor();
    expect([...complaintsOf(system), ...complaintsOf(security)]).toEqual([]);
  });

  it('asks the successor to confirm, and what nobody signed for waits for him', async () => {
    const page = await stage.open('/');
    await page.getByLabel('用户名').fill('jie.ren');
    await page.getByLabel('口令', { exact: true }).fill(firstPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('当前口令').fill(firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入新口令').fill(PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByRole('heading', { name: '待确认的岗位交接' }).waitFor();
    await page.getByRole('heading', { name: /^待签收的提醒（[1-9]/ }).waitFor();
    await expectSound(page, 'hand-over-workbench');
    await page.getByRole('link', { name: /移交的事项和材料/ }).click();
    await page.getByText('材料在三楼档案柜').waitFor();
    await expectSound(page, 'hand-over-successor');
    await page.getByRole('button', { name: '确认接收' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认接收' }).click();
    await page.getByText('接任人已确认').waitFor();
    expect(await page.getByRole('button', { name: '确认接收' }).count()).toBe(0);
    const document = page.waitForEvent('download');
    await page.getByRole('link', { name: '交接清单（Word）' }).click();
    expect((await document).suggestedFilename()).toBe(`hand-over-${POST}-2023-12-01.docx`);

    await page.getByRole('navigation').getByRole('link', { name: '工作台' }).click();
    const reminders = page.getByRole('heading', { name: /^待签收的提醒/ });
    await reminders.waitFor();
    await page.getByRole('heading', { name: '待确认的岗位交接' }).waitFor({ state: 'detached' });
    const before = await reminders.textContent();
    await page.getByRole('button', { name: '签收', exact: true }).first().click();
    await page.getByText('已签收。').waitFor();
    await page.getByRole('heading', { name: before!, exact: true }).waitFor({ state: 'detached' });
    expect(complaintsOf(page)).toEqual([]);
  });
});
