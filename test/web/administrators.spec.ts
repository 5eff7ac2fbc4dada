import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const PASSWORD = 'Xk7-moonlit';
/** GB/T 22239-2019 8.1.5: three administrators apart from one another, and none of them sees business. */
const DUTIES = [
  {
    duty: 'SYSADMIN',
    label: '系统管理员',
    places: ['账号', '群机器人', '后台任务', '备份与恢复', '运行自检'],
  },
  { duty: 'SECADMIN', label: '安全管理员', places: ['账号'] },
  {
    duty: 'AUDITOR',
    label: '审计管理员',
    places: ['账号', '审计日志', '后台任务', '备份与恢复', '运行自检'],
  },
] as const;
/** Something for the self-check to find. */
const DEAD_EVENT = `INSERT INTO outbox (id, topic, key, payload, state, tries, next_at, created_at)
  VALUES ('planted', 'planted', 'planted', '{}', 'DEAD', 12, 0, 0)`;
const BUSINESS = [
  '/ledger',
  '/reports',
  '/reviews',
  '/requests',
  '/dispatch',
  '/reminders',
  '/hand-over/SFJ-LIAISON',
];

describeInBrowser('the three administrators', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: async (test) => {
        await openOffice(test);
        await test.holdDay('2023-03-10');
        await test.db.unitOfWork.run(() => test.db.write(DEAD_EVENT));
      },
      posts: DUTIES.map(({ duty }) => duty),
    });
  }, 120_000);
  afterAll(() => stage.close());

  const placesOf = (page: Page) => page.getByRole('navigation', { name: '主导航' }).getByRole('link');

  it.each(DUTIES)(
    '$label lands on a page of his own and is led nowhere else',
    async ({ duty, label, places }) => {
      const page = await stage.open('/', duty);
      await page.getByRole('heading', { name: places[0], exact: true }).waitFor();
      await page.getByRole('button', { name: new RegExp(label) }).waitFor();
      expect(await placesOf(page).allTextContents()).toEqual(places);
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await expectSound(page, `administrator-${duty.toLowerCase()}-home`);
      for (const place of places) {
        await placesOf(page).filter({ hasText: place }).click();
        await page.getByRole('heading', { name: place, exact: true }).waitFor();
      }
      expect(complaintsOf(page)).toEqual([]);
    },
  );

  it.each(DUTIES)('$label is shown no business at any of its addresses', async ({ duty, label }) => {
    const page = await stage.open('/', duty);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const address of BUSINESS) {
      await page.goto(stage.service.address + address);
      await page.getByRole('heading', { name: '无权查看' }).waitFor();
      await page.getByText(`${label}不办理业务（三员分立），不能打开此页。`).waitFor();
      expect(await placesOf(page).count()).toBeGreaterThan(0);
    }
    // The page does not even ask for what it may not show.
    const business = /^\/api\/v1\/(tasks|reports|rounds|digests|reminders|hand-overs|workbench)/;
    expect(asked.filter((path) => business.test(path))).toEqual([]);
    await expectSound(page, `administrator-${duty.toLowerCase()}-refused`);
  });

  it('the system administrator sees what the self-check found, on its page and above every other', async () => {
    const page = await stage.open('/system/self-check', 'SYSADMIN');
    await page.getByText('还没有自检过').waitFor();
    await page.getByText(/审计锚点只存放在 \d 处/).waitFor();
    await page.getByRole('button', { name: '立即自检' }).click();
    await page.getByText('自检完成').waitFor();
    const chain = page.getByRole('listitem').filter({ hasText: '审计链错误' });
    await chain.getByText('正常').waitFor();
    const dead = page.getByRole('listitem').filter({ hasText: '多次失败已放弃的事件' }).last();
    await dead.getByText('须处理').waitFor();
    await dead.getByText('由开发人员处理').waitFor();
    await page.getByRole('status').filter({ hasText: '项须处理' }).waitFor();
    await page.getByText('自检完成').first().waitFor({ state: 'detached' });
    await expectSound(page, 'administrator-self-check');
    await page.goto(`${stage.service.address}/system/accounts`);
    await page.getByRole('link', { name: '查看' }).click();
    await page.getByRole('heading', { name: '运行自检', exact: true }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('an account that was made lets its person in, who must choose a password of his own first', async () => {
    const system = await stage.open('/system/accounts', 'SYSADMIN');
    await system.getByRole('button', { name: '新建账号' }).click();
    const form = system.getByRole('dialog', { name: '新建账号' });
    await form.getByLabel('姓名').fill('程思岚');
    await form.getByLabel('用户名').fill('cheng.silan');
    await expectSound(system, 'administrator-new-account');
    await form.getByRole('button', { name: '建立' }).click();
    const told = system.getByRole('dialog', { name: '程思岚 的首次口令' });
    const first = (await told.locator('code').textContent())!;
    await told.getByRole('button', { name: '已交给本人' }).click();
    const row = system.getByRole('row', { name: /cheng\.silan/ });
    await row.getByText('待本人修改口令').waitFor();

    const page = await stage.open('/ledger');
    await page.getByLabel('用户名').fill('cheng.silan');
    await page.getByLabel('口令', { exact: true }).fill(first);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('当前口令由他人代设').waitFor();
    await page.goto(`${stage.service.address}/ledger`);
    await page.getByRole('heading', { name: '修改口令' }).waitFor();
    await page.getByLabel('当前口令').fill('not-the-first-one');
    await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入新口令').fill(PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('当前口令不正确。').waitFor();
    await expectSound(page, 'first-password-wrong');
    await page.getByLabel('当前口令').fill(first);
    // A wrong one costs a second; pressed before that, the form keeps what was typed.
    while ((await press(page)) === 429);
    await page.getByText('您的账号尚未任岗位').waitFor();
    await expectSound(page, 'no-post');

    await system.reload();
    await row.getByText('待本人修改口令').waitFor({ state: 'detached' });
    await row.waitFor();
    expect([...complaintsOf(system), ...complaintsOf(page)]).toEqual([]);
  });

  it('what an administrator does is on the trail that the third one reads', async () => {
    const auditor = await stage.open('/system/audit', 'AUDITOR');
    const events = auditor.getByRole('listitem');
    await events
      .filter({ hasText: 'identity.createAccount' })
      .filter({ hasText: 'SYSADMIN' })
      .first()
      .waitFor();
    await events.filter({ hasText: 'identity.changePassword' }).filter({ hasText: '程思岚' }).waitFor();
    // The wrong password the new one's person gave first.
    await events
      .filter({ hasText: 'access.denied' })
      .filter({ hasText: 'PUT /api/v1/session/password' })
      .waitFor();
    await expectSound(auditor, 'administrator-trail');
  });
});

/** Presses the button as soon as it can be pressed; gives the status of the answer. */
async function press(page: Page): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: '修改口令' }).click();
  return (await answer).status();
}
