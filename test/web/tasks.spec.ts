import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { commit, csv, issuedLedger, preview, taskOf } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LEAD = 'SFJ-LIAISON';
const HEAD = 'SFJ-HEAD';
const SUPPORT = 'CZJ-LIAISON';
const STRANGER = 'JYJ-LIAISON';

/** One pixel, so that there is a picture to look at. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describeInBrowser('a task in the browser', (browser) => {
  let stage: Stage;
  const ids = new Map<string, string>();
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CLERK, DIRECTOR, LEAD, HEAD, SUPPORT, STRANGER],
      prepare: async (app) => {
        await openOffice(app);
        await app.holdDay('2023-01-12');
        await issuedLedger(app, [
          [
            '1',
            '依法行政',
            '案卷',
            '案卷评查',
            '区司法局',
            '区财政局、有关部门',
            '3月底前启动，10月底前完成',
          ],
          ['2', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '10月底前'],
          ['3', '普法', '普法', '普法宣传', '区司法局', '区财政局', '11月底前'],
          ['4', '普法', '普法', '以案释法', '区司法局', '区财政局', '11月底前'],
        ]);
        const unclear = csv([['5', '普法', '普法', '旁听庭审', '区司法局', '区财政局', '适时开展']]);
        await commit(app, (await preview(app, 'more.csv', unclear)).body);
        for (const number of ['1', '2', '3', '4', '5'])
          ids.set(number, (await taskOf(app, number)).id as string);
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  /** The page of a task in somebody's window; each has one window for all stories. */
  async function at(number: string, as: string): Promise<Page> {
    const address = `/tasks/${ids.get(number) ?? number}`;
    const known = pages.get(as);
    if (!known) pages.set(as, await stage.open(address, as));
    else await known.goto(stage.service.address + address);
    const page = pages.get(as)!;
    await page.getByRole('heading', { name: '责任单位' }).waitFor();
    return page;
  }

  /** Presses the button of a deed, fills its form in by labels and confirms. */
  async function perform(page: Page, label: string, texts: Record<string, string> = {}): Promise<void> {
    await page.getByRole('main').getByRole('button', { name: label }).first().click();
    const dialog = page.getByRole('dialog');
    for (const [name, text] of Object.entries(texts)) {
      await dialog.getByLabel(name).fill(text);
      // A day is taken over with Enter.
      if (/^\d{4}-/.test(text)) await dialog.getByLabel(name).press('Enter');
    }
    await dialog.getByRole('button', { name: `确认${label}` }).click();
    await page.getByText(`“${label}”已办理`).last().waitFor();
    await dialog.waitFor({ state: 'detached' });
  }

  it('is signed for, disputed, upheld and completed by those whose deed it is', async () => {
    const lead = await at('1', LEAD);
    await perform(lead, '签收');
    await lead.getByText('签收 2023-01-12').waitFor();
    const support = await at('1', SUPPORT);
    await perform(support, '提出异议', { 理由: '不属于本单位职责' });
    const clerk = await at('1', CLERK);
    await perform(clerk, '维持分工', { 理由: '属于“三定”规定的职责' });
    await clerk.getByText('不属于本单位职责').first().waitFor();
    await perform(await at('1', SUPPORT), '签收');
    await perform(support, '确认本单位工作完成', { 完成情况: '资金已经拨付' });
    await support.getByText(/暂不能办理的事项/).click();
    await expectSound(support, 'task-support');
  }, 90_000);

  it('proves what was done with files that are shown inside the page and withdrawn with a reason', async () => {
    const page = await at('1', LEAD);
    await page.getByText('上传佐证材料').waitFor();
    await page
      .locator('#evidence input[type=file]')
      .setInputFiles(
        ['评查现场.png', '误传.png'].map((name) => ({ name, mimeType: 'image/png', buffer: PICTURE })),
      );
    await page.getByRole('button', { name: '预览 评查现场.png' }).click();
    const picture = page.getByRole('img', { name: '评查现场.png' });
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toMatch(/^blob:/);
    await page.keyboard.press('Escape');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 评查现场.png' }).click();
    expect((await download).suggestedFilename()).toBe('评查现场.png');
    await page.getByRole('button', { name: '查看 误传.png 的版本与说明' }).click();
    await page.getByRole('dialog').getByText('全部版本').waitFor();
    await expectSound(page, 'task-evidence');
    await page.getByRole('button', { name: '撤回材料' }).click();
    const asked = page.getByRole('dialog', { name: '撤回“误传.png”' });
    await asked.getByLabel('理由').fill('误传');
    await asked.getByRole('button', { name: '撤回材料' }).click();
    await page.getByText('材料已撤回').waitFor();
    await page.getByRole('button', { name: '下载 误传.png' }).waitFor({ state: 'detached' });
    expect(complaintsOf(page)).toEqual([]);
  }, 60_000);

  it('is put off with approval, and closed with approval', async () => {
    const lead = await at('1', LEAD);
    await perform(lead, '确认节点完成', { 完成的证明: '方案已印发' });
    await lead.locator('#milestones').getByText('2023-01-12 完成').waitFor();
    const reasons = { 申请延至: '2023-11-30', 延期理由: '评查范围扩大', 目前进展: '已完成启动' };
    await perform(lead, '申请延期', reasons);
    await perform(await at('1', DIRECTOR), '批准延期');
    const head = await at('1', HEAD);
    await head.locator('#deadlines').getByText('2023-11-30').waitFor();
    await head.locator('#deadlines').getByText('原定时限').waitFor();
    await head.getByRole('button', { name: '申请办结' }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /评查现场/ }).click();
    await dialog.getByLabel('办结说明').fill('评查已经完成并通报');
    await dialog.getByLabel('配合单位未确认完成的说明').fill('均已确认');
    await dialog.getByLabel('节点未完成的说明').fill('评查与通报一并完成');
    await dialog.getByRole('button', { name: '确认申请办结' }).click();
    await head.getByText('“申请办结”已办理').waitFor();
    await perform(await at('1', CLERK), '办结审核通过');
    const director = await at('1', DIRECTOR);
    await perform(director, '批准销号');
    await director.getByText('销号').first().waitFor();
    await expectSound(director, 'task-closed');
  }, 120_000);

  it('is suspended, resumed, reassigned, split and cancelled by the office, messages at the fields', async () => {
    const page = await at('2', CLERK);
    await page.getByRole('button', { name: '中止' }).click();
    await page.getByRole('button', { name: '确认中止' }).click();
    await page.getByRole('dialog').getByText('请填写此项').waitFor();
    await expectSound(page, 'task-deed');
    await page.keyboard.press('Escape');
    await perform(page, '中止', { 批准文件: '某法办〔2023〕3号' });
    await perform(page, '恢复办理', { 理由: '条件已经具备' });
    await perform(page, '改派', { 理由: '职责调整' });
    await page.getByRole('button', { name: '拆分' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('重点任务').first().fill('清单梳理');
    await dialog.getByLabel('重点任务').last().fill('清单公布');
    await dialog.getByLabel('批准文件').fill('某法办〔2023〕4号');
    await dialog.getByRole('button', { name: '确认拆分' }).click();
    await page.getByText('“拆分”已办理').waitFor();
    await page.getByText('合并').first().waitFor();
    await perform(await at('3', CLERK), '撤销', { 批准文件: '某法办〔2023〕5号' });
    await page.getByText('撤销任务，批准文件：某法办〔2023〕5号').waitFor();
    await expectSound(page, 'task-cancelled');
  }, 120_000);

  it('is made by hand from the ledger, and its open questions are settled when it is registered', async () => {
    const page = await stage.open('/ledger', CLERK);
    await page.getByRole('button', { name: '新增任务' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '一级指标' }).fill('依法行政');
    await page.keyboard.press('Escape');
    await dialog.getByLabel('重点任务').fill('行政复议案件专项评查');
    await dialog.getByLabel('完成时限').fill('2023年10月底前');
    await dialog.getByLabel('牵头单位').fill('qsfj');
    await page.getByTitle('区司法局').last().click();
    await expectSound(page, 'new-task');
    await dialog.getByRole('button', { name: /^新\s?增$/ }).click();
    await page.getByRole('heading', { level: 1, name: /行政复议案件专项评查/ }).waitFor();
    await page.getByText('立项').first().waitFor();
    const draft = await at('5', CLERK);
    await draft.getByText('拟办').first().waitFor();
    await perform(draft, '核定立项', { 完成时限: '2023年11月底前' });
    await draft.getByText('立项').first().waitFor();
    expect([...complaintsOf(page), ...complaintsOf(draft)]).toEqual([]);
  }, 60_000);

  it('tells whoever comes too late what was done meanwhile, and keeps what was written', async () => {
    const page = await at('4', CLERK);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByLabel('批准文件').fill('某法办〔2023〕6号');
    await perform(await at('4', DIRECTOR), '中止', { 批准文件: '某法办〔2023〕7号' });
    await page.getByRole('button', { name: '确认撤销' }).click();
    const told = page.getByRole('dialog', { name: '该记录已被他人修改' });
    await told.getByText('某法办〔2023〕7号').waitFor();
    await expectSound(page, 'task-stale');
    await told.getByRole('button', { name: '保留我填写的内容' }).click();
    expect(await page.getByLabel('批准文件').inputValue()).toBe('某法办〔2023〕6号');
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('“撤销”已办理').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  }, 60_000);

  it('is as good as missing to a department that has no part in it', async () => {
    const page = await stage.open(`/tasks/${ids.get('1')}`, STRANGER);
    await page.getByText('代码 TASK_NOT_FOUND').waitFor();
    expect(await page.getByText('案卷评查').count()).toBe(0);
    await expectSound(page, 'task-foreign');
  }, 60_000);
});
