import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { writeWorkbook, WORKBOOK_TYPE } from '../../src/platform/office/write-workbook.js';
import { CourtOffice } from '../support/court-office.js';
import { CLERK, openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LIAISON = 'RSJ-LIAISON';
const HEAD = 'RSJ-HEAD';
const TODAY = '2023-05-10';
const NUMBER = '（2023）津0105行初12号';
/** A case of another department, heard in March without its head. */
const OLD = '（2023）津0105行初3号';

describeInBrowser('court appearance in the browser', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CLERK, LIAISON, HEAD],
      prepare: async (app) => {
        await openOffice(app);
        await app.holdDay(TODAY);
        const court = new CourtOffice(app);
        const { body } = await court.register(
          { plaintiff: '李某' },
          { number: OLD, filedOn: '2023-02-01', parties: [{ department: 'GAJ', role: 'DEFENDANT' }] },
        );
        const heard = await court.schedule(body.id, '2023-03-15');
        await court.attend(heard, 'GAJ-LIAISON', {
          department: 'GAJ',
          official: null,
          voice: [],
          note: '负责人另有公务',
        });
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  const main = (page: Page) => page.getByRole('main');
  const done = (page: Page, label: string) => page.getByText(`“${label}”已办理`).last().waitFor();

  /** Fills a day in; it is taken over with Enter. */
  async function fillDay(page: Page, label: string, day: string): Promise<void> {
    const field = page.getByRole('dialog').getByLabel(label);
    await field.fill(day);
    await field.press('Enter');
  }

  it('a case is registered by the clerk, with its plaintiff masked, and its hearing scheduled for today', async () => {
    const page = await stage.open('/court-cases', CLERK);
    await page.getByRole('link', { name: OLD }).waitFor();
    await expectSound(page, 'court-cases');
    await page.getByRole('button', { name: '登记案件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认登记案件' }).click();
    await dialog.getByText('请填写此项。').first().waitFor();
    await dialog.getByLabel('原告').fill('张三丰');
    await dialog.getByLabel('案由').fill('工伤认定');
    await dialog.getByLabel('案号').fill(NUMBER);
    await dialog.getByLabel('法院').fill('区人民法院');
    await fillDay(page, '立案日', '2023-04-03');
    await dialog.getByRole('combobox', { name: /^单位/ }).fill('人社');
    await page.getByTitle('区人社局').click();
    await expectSound(page, 'court-register');
    await dialog.getByRole('button', { name: '确认登记案件' }).click();
    await page.getByRole('heading', { name: /张某某.工伤认定/ }).waitFor();
    await page.getByRole('button', { name: '排期开庭' }).click();
    await fillDay(page, '开庭日', TODAY);
    await page.getByRole('dialog').getByLabel('法庭').fill('第三法庭');
    await page.getByRole('button', { name: '确认排期开庭' }).click();
    await done(page, '排期开庭');
    await main(page).getByText('第三法庭').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  }, 90_000);

  it('its head finds it on the workbench, one press away, and answers', async () => {
    const page = await stage.open('/', HEAD);
    await page.getByRole('heading', { name: '出庭应诉待办（1）' }).waitFor();
    await page.getByRole('link', { name: new RegExp(`请答复出庭人员.*${NUMBER.slice(-7)}`) }).click();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('王建国');
    await dialog.getByLabel('职务').fill('局长');
    await expectSound(page, 'court-reply');
    await dialog.getByRole('button', { name: '确认答复' }).click();
    await done(page, '答复');
    await main(page).getByText('王建国 局长').waitFor();
    expect(await page.getByRole('button', { name: '登记出庭通知' }).count()).toBe(0);
  }, 60_000);

  it('its liaison sees it in the calendar and returns the form', async () => {
    const page = await stage.open('/hearings', LIAISON);
    await page.getByRole('table', { name: '2023年5月的开庭' }).getByText('今天').waitFor();
    await expectSound(page, 'court-calendar');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载日历文件（.ics）' }).click();
    expect((await file).suggestedFilename()).toBe('hearings-2023-05.ics');
    await page
      .getByRole('table')
      .getByRole('link', { name: new RegExp(NUMBER.slice(-7)) })
      .click();
    await page.getByRole('button', { name: '报送回执' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('陈述').check();
    await dialog.getByLabel('实质性解决争议意见').check();
    await expectSound(page, 'court-form');
    await dialog.getByRole('button', { name: '确认报送回执' }).click();
    await done(page, '报送回执');
    await main(page).getByText('计入，已出庭').waitFor();
    await expectSound(page, 'court-case');
    expect(await page.getByRole('button', { name: '报送回执' }).count()).toBe(0);
  }, 60_000);

  it('the clerk sees the rate, its list, and what the court counts otherwise', async () => {
    const page = await stage.open('/court-appearance?quarter=2', CLERK);
    await page.getByText('1/1，100%').waitFor();
    await page.getByRole('button', { name: '区人社局' }).click();
    const row = page.getByRole('table', { name: /各单位出庭率/ });
    await row.getByText('计入分子（1）').waitFor();
    await row.getByRole('link', { name: NUMBER }).waitFor();
    await page.getByRole('button', { name: '录入法院名单' }).click();
    const dialog = page.getByRole('dialog');
    const list = (appeared: string) =>
      workbook('二季度.xlsx', [
        ['案号', '被告', '负责人是否出庭', '开庭日期'],
        [NUMBER, '区人社局', appeared, '2023-05-10'],
      ]);
    await dialog.locator('input[type=file]').setInputFiles(await list('也许'));
    await dialog.getByRole('button', { name: '录入并核对' }).click();
    await dialog.getByText(/^第 2 行 C2/).waitFor();
    await dialog.getByText('已选择：二季度.xlsx').waitFor();
    await expectSound(page, 'court-list');
    await dialog.locator('input[type=file]').setInputFiles(await list('否'));
    await dialog.getByRole('button', { name: '录入并核对' }).click();
    await page.getByText('出庭与否不同').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: '季度通报 .docx' }).click();
    expect((await file).suggestedFilename()).toBe('court-appearance-2023-Q2.docx');
    await expectSound(page, 'court-rate');
  }, 60_000);

  it('what the first quarter lacks is named with its reason, in another way of counting too', async () => {
    const page = await stage.open('/court-appearance', CLERK);
    await page.getByText('1/2，50.0%').waitFor();
    await page.getByText('计入分母、未计入分子（1）').click();
    await main(page).getByRole('link', { name: OLD }).waitFor();
    await page.getByLabel('口径').click();
    await page.getByTitle('R8 应诉率').click();
    await page.getByText('2/2，100%').waitFor();
    await expectSound(page, 'court-year');
  }, 60_000);

  it("a period of one's own leaves out what lies outside it", async () => {
    const page = await stage.open('/court-appearance', CLERK);
    await page.getByText('自定', { exact: true }).click();
    await page.getByText('2023-01-01 至 2023-05-10').waitFor();
    const end = page.getByLabel('至', { exact: true });
    await end.fill('2023-03-31');
    await end.press('Enter');
    await page.getByText('0/1，0.0%').waitFor();
    await expectSound(page, 'court-period');
  }, 60_000);

  it('what a colleague changed meanwhile is shown before it is written over', async () => {
    const [page, other] = [await stage.open('/court-cases', CLERK), await stage.open('/court-cases', CLERK)];
    for (const one of [page, other]) {
      await one.getByRole('link', { name: OLD }).click();
      await one.getByRole('button', { name: '更正案件' }).click();
    }
    const correct = async (one: Page, cause: string) => {
      await one.getByRole('dialog').getByLabel('案由').fill(cause);
      await one.getByRole('button', { name: '确认更正案件' }).click();
    };
    await correct(other, '行政处罚');
    await done(other, '更正案件');
    await correct(page, '治安行政处罚');
    const asked = page.getByRole('dialog').filter({ hasText: '保留' });
    await asked.getByRole('button', { name: /保留/ }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '确认更正案件' }).click();
    await page.getByRole('heading', { name: /李某.治安行政处罚/ }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await main(page).getByText('行政处罚', { exact: true }).count()).toBe(0);
  }, 60_000);

  it('a workbook of cases is checked cell by cell, stays chosen when refused, and the same file is entered', async () => {
    const page = await stage.open('/court-cases', CLERK);
    await page.getByRole('button', { name: '导入名单' }).click();
    const dialog = page.getByRole('dialog');
    const head = ['案号', '法院', '立案日期', '原告', '案由', '被告'];
    const known = [NUMBER, '区人民法院', '2023-04-03', '张三丰', '工伤认定', '区人社局'];
    const added = ['（2023）津0105行初20号', '区人民法院', '2023-04-20', '王五', '政府信息公开', '区教育局'];
    const further = ['（2023）津02行终8号', '市二中院', '2023-05-08', '李某', '行政处罚', 'GAJ'];
    const wrong = ['（2023）津0105行初21号', '区人民法院', '四月', '赵六', '行政许可', '区没有局'];
    const appeal = (row: string[], former = '') => [...row, former];
    const pick = async (name: string, rows: string[][]) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles(await workbook(name, [appeal(head, '原审案号'), ...rows]));
    const rows = [appeal(known), appeal(added), appeal(further, OLD)];
    await pick('四月案件.xlsx', [...rows, appeal(wrong)]);
    await dialog.getByText('共 4 行：新登记 1，补充 1，未变 1，有问题 1。').waitFor();
    await dialog.getByText(/^第 5 行 C5/).waitFor();
    await dialog.getByText(/^第 5 行 F5/).waitFor();
    await dialog.getByText('已选择：四月案件.xlsx').waitFor();
    expect(await dialog.getByRole('button', { name: /^入库/ }).isDisabled()).toBe(true);
    await expectSound(page, 'court-import-refused');
    await pick('四月案件（更正）.xlsx', rows);
    await dialog.getByText('共 3 行：新登记 1，补充 1，未变 1，有问题 0。').waitFor();
    await expectSound(page, 'court-import');
    const refusal = { code: 'BUSY', title: '请稍后再试。' };
    await page.route('**/import?dryRun=false', (route) => route.fulfill({ status: 409, json: refusal }), {
      times: 1,
    });
    await dialog.getByRole('button', { name: '入库 2 行' }).click();
    await dialog.getByText(refusal.title).waitFor();
    await dialog.getByText('已选择：四月案件（更正）.xlsx').waitFor();
    await dialog.getByRole('button', { name: '入库 2 行' }).click();
    await dialog.getByText(/已入库。$/).waitFor();
    await expectSound(page, 'court-import-done');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('link', { name: added[0] }).waitFor();
  }, 60_000);
});

/** A workbook as a court makes it, as the chooser of files takes it. */
async function workbook(name: string, rows: string[][]) {
  const buffer = await writeWorkbook({
    title: '名单',
    author: '区人民法院',
    day: TODAY,
    sheets: [{ name: '名单', rows }],
  });
  return { name, mimeType: WORKBOOK_TYPE, buffer };
}
