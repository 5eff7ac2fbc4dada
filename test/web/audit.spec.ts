import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { freezeNovember, novemberDistrict } from '../support/frozen-month.js';
import { expectSound, shoot } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';

describeInBrowser('the audit trail in the browser', (browser) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: ['AUDITOR'],
      variables: { DIAODU_JOBS: 'off' },
      prepare: async (test) => {
        await novemberDistrict(test);
        await freezeNovember(test);
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  const rows = () => page.getByRole('list').filter({ hasText: '#' }).getByRole('listitem');

  it('is read in the words of the office, with the codes beside them', async () => {
    page = await stage.open('/system/audit', 'AUDITOR');
    const granted = rows().filter({ hasText: '授予岗位' }).first();
    await granted.getByText('identity.grantPost').waitFor();
    await granted.getByText('变更前后的内容').click();
    await granted.getByRole('rowheader', { name: '岗位 post' }).waitFor();
    await granted.getByRole('cell', { name: 'YFB-CLERK' }).waitFor();
    await expectSound(page, 'audit');
  });

  it('is narrowed to one operation, or to a group of them, by the word', async () => {
    const operation = page.getByRole('combobox', { name: '操作', exact: true });
    await operation.click();
    await shoot(page, 'audit-operations');
    await operation.fill('冻结台账');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '导出 Excel' }).and(page.locator('[href*="operationIs=dispatch.freeze&"]')).waitFor(); // prettier-ignore
    await rows().first().getByText('dispatch.freeze', { exact: true }).waitFor();
    expect(await rows().count()).toBe(await rows().filter({ hasText: '冻结台账' }).count());
    await operation.fill('月调度（全部）');
    await page.keyboard.press('Enter');
    await rows().filter({ hasText: '冻结一批任务' }).first().waitFor();
    expect(await rows().count()).toBe(await rows().filter({ hasText: 'dispatch.' }).count());
  });

  it('and says so where nothing fits', async () => {
    const kind = page.getByRole('combobox', { name: '对象类别' });
    await kind.fill('群机器人');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的记录。').waitFor();
    await expectSound(page, 'audit-none');
  });
});
