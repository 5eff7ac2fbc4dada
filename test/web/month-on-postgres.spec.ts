import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/features/identity/accounts.service.js';
import { GrantsService } from '../../src/features/identity/grants.service.js';
import { actAs } from '../../src/platform/auth/actor-context.js';
import { systemActor } from '../../src/platform/auth/actor.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import type { TestApp } from '../support/app.js';
import { issuedLedger } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const PASSWORD = 'Xk7-moonlit';
const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
];

/** The same page as on SQLite, in front of the edition on PostgreSQL, whose role stands behind row-level security. */
describeInBrowser('a whole month on PostgreSQL', (browser) => {
  let stage: Stage;
  let firstPassword = '';

  beforeAll(async () => {
    stage = await openStage(browser, {
      database: 'postgres',
      prepare: lastDayOfJanuary,
      posts: [CLERK, DIRECTOR],
    });
  }, 120_000);
  afterAll(() => stage.close());

  async function lastDayOfJanuary(test: TestApp): Promise<void> {
    await openOffice(test);
    await test.holdDay('2023-01-12');
    const ledger = await issuedLedger(test, ROWS);
    const job = test.app.get(JobRegistry).job(FORMS_JOB);
    await test.app.get(JobRunner).workSlot(job, monthSlot(ledger, '2023-01'), false);
    await actAs(systemActor('cli', 'test'), async () => {
      const made = await test.app
        .get(AccountsService)
        .create({ username: 'li.ming', name: '李明', duty: null });
      firstPassword = made.firstPassword;
      await test.app.get(GrantsService).grant(made.account.id, 'SFJ-LIAISON');
    });
    await test.holdDay('2023-01-31', '10:00');
  }

  it('begins with a liaison officer who signs in, finds his tasks and reports on one', async () => {
    const page = await stage.open('/ledger');
    await page.getByLabel('用户名').fill('li.ming');
    await page.getByLabel('口令', { exact: true }).fill(firstPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('当前口令').fill(firstPassword);
    await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入新口令').fill(PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    await page.getByText('共 2 项').waitFor();
    await page.goto(`${stage.service.address}/reports`);
    const line = page.getByRole('article', { name: '1 清单调整' });
    await line.getByLabel('自报进度（%）').fill('20');
    await line.getByLabel('进展情况').fill('已完成部门清单初稿');
    await line.getByText('已保存').waitFor();
    await page.getByRole('button', { name: '全部报送' }).click();
    await page.getByText('已报送 1 份月报。').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('goes on with the clerk, who accepts the report and freezes what was shown before', async () => {
    const clerk = await stage.open('/reviews', CLERK);
    await clerk.getByText('已完成部门清单初稿').waitFor();
    await clerk.getByRole('button', { name: '通过', exact: true }).click();
    await clerk.getByText('没有待审核的月报。').waitFor();
    await clerk.goto(`${stage.service.address}/dispatch`);
    await clerk.getByRole('heading', { name: /^预览/ }).waitFor();
    const lights = clerk.locator('.round-figures').first();
    const before = await lights.textContent();
    await clerk.getByRole('button', { name: '冻结本月' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '冻结本月' }).click();
    await clerk.getByRole('heading', { name: '冻结结果' }).waitFor();
    expect(await lights.textContent()).toBe(before);
    expect(complaintsOf(clerk)).toEqual([]);
  });

  it('ends with the bulletin, which the director issues and downloads', async () => {
    const director = await stage.open('/dispatch', DIRECTOR);
    await director.getByRole('button', { name: '印发通报' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '印发通报' }).click();
    const file = director.waitForEvent('download');
    await director.getByRole('link', { name: '下载 Word' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.docx$/);
    expect(complaintsOf(director)).toEqual([]);
  });
});
