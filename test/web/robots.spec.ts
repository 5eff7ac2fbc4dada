import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const KEY = '693a91f6-1111-4bc4-97a0-0ec2d1fa5aaa';

describeInBrowser('group robots', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: ['SYSADMIN'],
      prepare: async (test) => {
        await openOffice(test);
        await test.holdDay('2023-03-10');
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('are entered with a pasted address, tried and switched off, and never show their key again', async () => {
    const page = await stage.open('/system/robots', 'SYSADMIN');
    await page.getByText('还没有登记群机器人。').waitFor();
    await expectSound(page, 'robots-none');
    await page.getByRole('button', { name: '登记群机器人' }).click();
    const form = page.getByRole('dialog', { name: '登记群机器人' });
    await form.getByLabel('单位').fill('司法局');
    await page.keyboard.press('Enter');
    const key = form.getByLabel('Webhook 地址或者密钥');
    await key.fill('http://127.0.0.1:6379/');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('密钥格式不对').waitFor();
    await expectSound(page, 'robots-refused');
    await key.fill(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('企业微信群机器人').waitFor();
    expect(await page.content()).not.toContain(KEY);
    await page.getByRole('button', { name: '发送测试消息' }).click();
    await page.getByText('测试消息已被群机器人收下').waitFor();
    await expectSound(page, 'robots');
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByRole('button', { name: '启用' }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});
