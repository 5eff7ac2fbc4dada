import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readOfficeFile } from '../../src/platform/office/read-office-file.js';
import { openOffice } from '../support/office.js';
import { expectSound, focusedName } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const CLERK = 'YFB-CLERK';
const LIAISON = 'SFJ-LIAISON';
const SAMPLE = 'test/data/sample-2023.xlsx';

describeInBrowser('the ledger in the browser', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CLERK, LIAISON],
      prepare: async (app) => {
        await openOffice(app);
        await app.holdDay('2023-02-01');
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('takes a ledger in from the file as the office has it, mended in place, and issues it', async () => {
    const page = await stage.open('/ledger', CLERK);
    await page.getByText('还没有任务').waitFor();
    await expectSound(page, 'ledger-empty');
    await page.getByRole('link', { name: '导入台账' }).click();
    await page.getByText('文件种类').waitFor();
    await expectSound(page, 'import-start');
    await page.locator('input[type=file]').setInputFiles(SAMPLE);
    await page.getByText('各行内容').waitFor();
    await page.getByText('表头：已识别 11 / 11 列').waitFor();
    await page.getByText('有标记（4）').waitFor();
    await expectSound(page, 'import-check');
    await page.getByRole('button', { name: '更正第 28 行的配合单位' }).click();
    await page.getByLabel('配合单位（可不填）').fill('qmzj');
    await page.getByTitle('区民政局').click();
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('有标记（3）').waitFor();
    await page.getByRole('button', { name: '入库（36 项）' }).click();
    await page.getByRole('heading', { name: /^印发/ }).waitFor();
    await expectSound(page, 'import-issue');
    await page.getByLabel('印发日期').fill('2023-01-10');
    await page.getByLabel('印发日期').press('Enter');
    await page.getByLabel('发文字号').fill('某法办〔2023〕1号');
    await page.getByRole('button', { name: '印发（交办 36 项）' }).click();
    await page.getByText('没有待印发的任务').waitFor();
    await page.getByRole('link', { name: '查看台账' }).click();
    await page.getByText('共 36 项').waitFor();
    await page.locator('.board-group').nth(11).waitFor();
    expect(await page.locator('.board-group').count()).toBe(12);
    await expectSound(page, 'ledger');
  }, 120_000);

  it('compares a file that comes again with the ledger and finds nothing to take over', async () => {
    const page = await stage.open('/ledger/import', CLERK);
    await page.locator('input[type=file]').setInputFiles(SAMPLE);
    await page.getByText('各行内容').waitFor();
    await page.getByText(/不变 3[56] 项/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载标注问题的表格' }).click();
    expect((await download).suggestedFilename()).toContain('sample-2023');
    await page.getByRole('link', { name: '重新上传' }).click();
    await page.getByRole('heading', { name: '未办完的导入' }).waitFor();
    await page.getByRole('link', { name: 'sample-2023.xlsx，导入到 KT-2023' }).click();
    await page.getByText('各行内容').waitFor();
    await page.getByRole('button', { name: '放弃导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃导入' }).click();
    await page.getByText('文件种类').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  }, 60_000);

  it('narrows the list by lights, departments and initials, keeps that in the address and under a name', async () => {
    const page = await stage.open('/ledger', CLERK);
    await page.getByText('共 36 项').waitFor();
    await page.keyboard.press('/');
    expect(await focusedName(page)).toContain('拼音首字母');
    await page.keyboard.type('qzqd');
    await page.waitForURL('**/ledger?q=qzqd');
    await page.getByText('共 1 项').waitFor();
    await page.getByRole('link', { name: '动态调整政府部门权责清单' }).waitFor();
    await page.getByRole('button', { name: /清除筛选/ }).click();
    await page.getByText('共 36 项').waitFor();
    await page.getByRole('combobox', { name: '责任单位' }).click();
    await page.keyboard.type('qsfj');
    await page.getByTitle('区司法局', { exact: true }).last().click();
    await page.getByText('只看第一牵头').click();
    await page.waitForURL('**/ledger?department=SFJ&part=LEAD');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByLabel('视图名称').fill('司法局牵头');
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByText('视图“司法局牵头”已保存').waitFor();
    await page.goto(`${stage.service.address}/ledger`);
    await page.getByText('共 36 项').waitFor();
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '司法局牵头', exact: true }).click();
    await page.waitForURL(({ searchParams }) => searchParams.get('department') === 'SFJ');
    await page.getByText('清除筛选（1）').waitFor();
    await page.locator('.board-list:not(.is-stale)').waitFor();
    const leads = await page.locator('td.col-lead').allTextContents();
    expect(leads.length).toBeGreaterThan(3);
    expect(new Set(leads)).toEqual(new Set(['区司法局']));
    await expectSound(page, 'ledger-narrowed');
  }, 60_000);

  it('chooses columns, sorts by the deadline, and exports what is shown', async () => {
    const page = await stage.open('/ledger', CLERK);
    await page.getByText('共 36 项').waitFor();
    await page.getByRole('button', { name: '选择列' }).click();
    await page.getByText('判灯依据').click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '判灯依据' }).waitFor();
    await page.getByRole('button', { name: /^完成时限/ }).click();
    await page.waitForURL('**/ledger?sort=due');
    await page.locator('.board-group').first().waitFor({ state: 'detached' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    const file = readFileSync(await (await download).path());
    const text = JSON.stringify(await readOfficeFile(file, 'export.xlsx'));
    for (const word of ['现行时限', '判灯依据', '本月月报', '动态调整政府部门权责清单'])
      expect(text).toContain(word);
    expect(complaintsOf(page)).toEqual([]);
  }, 60_000);

  it('shows a department its own tasks and walks them with the arrows', async () => {
    const page = await stage.open('/ledger', LIAISON);
    await page.locator('[data-row]').first().waitFor();
    expect(await page.getByRole('link', { name: '导入台账' }).count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    const first = await focusedName(page);
    await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focusedName(page)).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tasks/*');
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  }, 60_000);
});
