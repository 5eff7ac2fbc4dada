import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import type { TestApp } from '../support/app.js';
import { addToCity, issueIn, openCityWithDistricts } from '../support/city.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';

const CITY = 'SH-CLERK';
const DISTRICT = 'HP-CLERK';
const LEAD = 'SHSFJ-LIAISON';

describeInBrowser('tasks broken down in the browser', (browser) => {
  let stage: Stage;
  let city: Page;
  let district: Page;
  let taskId = '';
  let caseId = '';

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CITY, DISTRICT, LEAD],
      prepare: async (app) => {
        await openCityWithDistricts(app);
        await addToCity(app, 'SHKJJ', '科技局', { validTo: '2022-12-31' });
        caseId = await sueWhoLeaves(app);
        const ledger = await issueIn(app, CITY, [
          ['1', '制度', '清单', '全市执法清单编制', '市司法局', '', '10月底前'],
          ['2', '制度', '清单', '全市普法', '市司法局', '', '11月底前'],
          ['3', '制度', '清单', '全市专项', '市司法局', '', '12月底前'],
        ]);
        await issueIn(app, DISTRICT, [['1', '制度', '清单', '本区事项', '区司法局', '', '6月底前']]);
        const { body } = await app.request('GET', '/api/v1/tasks?ledger=SH-KT-2023', { as: CITY });
        taskId = (body.items as { id: string }[])[0]!.id;
        const forms = app.app.get(JobRegistry).job(FORMS_JOB);
        await app.app.get(JobRunner).workSlot(forms, monthSlot(ledger, '2023-01'), false);
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('the city ticks its districts and hands the task down', async () => {
    city = await stage.open(`/tasks/${taskId}`, CITY);
    await city.getByRole('button', { name: '分解下达' }).click();
    await city.getByLabel('全选').check();
    await city.getByLabel('下达要求（可不填）').fill('请于年内完成');
    await expectSound(city, 'hand-down-one');
    await city.getByRole('button', { name: '下达给 2 个市、区' }).click();
    const board = city.getByRole('region', { name: '下级进展' });
    await board.getByText('待接收').first().waitFor();
    expect(await board.getByRole('row').count()).toBeGreaterThanOrEqual(3);
    await expectSound(city, 'task-roll-up');
  });

  it('the district finds it on its desk, and accepts and assigns it in one step', async () => {
    district = await stage.open('/', DISTRICT);
    await district.getByRole('link', { name: /上级交办待接收、待分派/ }).click();
    await district.getByRole('heading', { name: /全市执法清单编制/ }).waitFor();
    await expectSound(district, 'received-tasks');
    await district.getByRole('button', { name: '接收并分派' }).click();
    await district.getByLabel('牵头单位', { exact: true }).click();
    await district.keyboard.type('黄区财政局');
    await district.keyboard.press('Enter');
    await district.keyboard.press('Escape');
    await district.getByLabel('本辖区完成时限（可不填）').fill('11月底前');
    await district.getByRole('button', { name: '分派', exact: true }).click();
    await district.getByText(/不能晚于该日/).waitFor();
    await district.getByLabel('本辖区完成时限（可不填）').fill('9月底前');
    await district.getByRole('button', { name: '分派', exact: true }).click();
    await district.getByRole('link', { name: 'HP-KT-2023 序号 2' }).click();
    await district.getByRole('heading', { name: '上级交办' }).waitFor();
    await district.getByText('由沪市司法局下达：').waitFor();
  });

  it('the city sees what became of it and takes back what nobody took on', async () => {
    await city.reload();
    const board = city.getByRole('region', { name: '下级进展' });
    await board.getByRole('link', { name: 'HP-KT-2023 序号 2' }).waitFor();
    await board.getByRole('button', { name: '撤回' }).click();
    await city.getByRole('dialog').getByRole('textbox').fill('徐区另行部署');
    await city.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await board.getByText('已撤回').waitFor();
    await expectSound(city, 'task-roll-up-assigned');
  });

  it('the city ticks tasks in the list; with one in the way none goes, and the rest go without it', async () => {
    await city.goto(`${stage.service.address}/ledger?ledger=SH-KT-2023`);
    await city.getByRole('button', { name: '批量下达' }).click();
    await city.getByLabel('选择列出的 3 项').check();
    await expectSound(city, 'hand-down-ticked');
    await city.getByRole('button', { name: '选择市、区' }).click();
    const dialog = city.getByRole('dialog');
    await dialog.getByLabel('黄区人民政府').check();
    await dialog.getByRole('button', { name: '3 项下达给 1 个市、区' }).click();
    await dialog.getByText('有 1 项不能下达，未下达任何一项：').waitFor();
    await dialog.getByText(/序号 1 的任务已经下达给黄区人民政府/).waitFor();
    await expectSound(city, 'hand-down-refused');
    await dialog.getByRole('button', { name: '去掉这些任务' }).click();
    await dialog.getByRole('button', { name: '2 项下达给 1 个市、区' }).click();
    await city.getByText('已下达 2 项。').waitFor();
    expect(await city.getByRole('checkbox', { name: /^选择序号/ }).count()).toBe(0);
  });

  it('and sees on one board where each district stands with each task', async () => {
    await city.getByRole('link', { name: '下级进展汇总' }).click();
    const matrix = city.getByRole('region', { name: '各项任务在各市、区的进展，可左右滚动' });
    await matrix.getByRole('link', { name: '绿灯' }).waitFor();
    expect(await matrix.getByText('待接收').count()).toBe(2);
    const counts = city.getByRole('region', { name: '各市、区合计，可左右滚动' });
    expect(await counts.getByRole('row', { name: /^黄区人民政府 3 2 0 1/ }).count()).toBe(1);
    await expectSound(city, 'ledger-roll-up');
    await city.setViewportSize({ width: 390, height: 844 });
    const cards = city.getByRole('region', { name: '各市、区', exact: true }).getByRole('listitem');
    expect((await cards.allTextContents()).map((text) => text.replaceAll(/\s/g, ''))).toEqual([
      '合计下达3待接收2已分派1绿灯1平均核定进度0%',
      '黄区人民政府下达3待接收2已分派1绿灯1平均核定进度0%',
    ]);
    await city.setViewportSize({ width: 1440, height: 900 });
    await city.getByText('需关注', { exact: true }).click();
    await city.getByRole('heading', { name: '各项任务（2）' }).waitFor();
    await matrix.getByRole('link', { name: /全市普法/ }).focus();
    await city.keyboard.press('ArrowDown');
    expect(await city.evaluate('document.activeElement.textContent')).toContain('全市专项');
  });

  it('the lead of the city’s task quotes what the districts have come to in its own report', async () => {
    const lead = await stage.open('/reports', LEAD);
    const form = lead.getByRole('article', { name: '1 全市执法清单编制' });
    await form.getByLabel('进展情况').fill('市级清单已汇总。');
    await form.getByRole('button', { name: '引用下级进展' }).click();
    const text = await form.getByLabel('进展情况').inputValue();
    expect(text).toMatch(/^市级清单已汇总。\n本任务下达 1 个下辖市、区，已分派 1 个/);
    await form.getByText('已保存').waitFor();
    await expectSound(lead, 'report-quoting-districts');
  });

  it('for a court case it chooses among its own departments too, those that have ended as well', async () => {
    const page = await stage.open('/court-cases', CITY);
    await page.getByRole('button', { name: '登记案件' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: /^单位/ }).click();
    expect(await offeredOn(page)).toEqual(['沪市人民政府', '沪市科技局', '沪市司法局']);
  });

  it('a case goes on naming a party that has gone to a district since', async () => {
    const page = await stage.open(`/court-cases/${caseId}`, CITY);
    await page.getByRole('button', { name: '更正审级' }).click();
    const party = page.getByRole('dialog').locator('.ant-select').filter({ hasText: '沪市数据局' });
    await party.first().waitFor();
    await party.getByRole('combobox').click();
    expect(await offeredOn(page)).toContain('沪市数据局');
  });

  it('for a decision the city’s clerk chooses among the city’s own departments of today, not its districts’', async () => {
    const page = await stage.open('/decisions', CITY);
    await page.getByRole('button', { name: '登记决策事项' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: '承办单位' }).click();
    expect(await offeredOn(page)).toEqual(['沪市人民政府', '沪市司法局']);
  });
});

/** A case of the city whose party is then put under a district. */
async function sueWhoLeaves(app: TestApp): Promise<string> {
  await addToCity(app, 'SHSJJ', '数据局', {});
  const body = {
    register: 'ADMINISTRATIVE',
    plaintiff: '赵六',
    cause: '政府信息公开',
    actSued: '不予公开答复',
    publicInterest: false,
    instance: {
      level: 'FIRST',
      number: '（2023）沪03行初8号',
      court: '市三中院',
      filedOn: '2023-01-05',
      parties: [{ department: 'SHSJJ', role: 'DEFENDANT' }],
    },
  };
  const sued = await app.request('POST', '/api/v1/court-cases', { as: CITY, body });
  const moved = await app.request('PATCH', '/api/v1/departments/SHSJJ', {
    as: 'SYSADMIN',
    version: 1,
    body: { parentCode: 'HP' },
  });
  expect([sued.status, moved.status]).toEqual([201, 200]);
  return sued.body.id as string;
}

/** What an opened choice of departments offers. */
async function offeredOn(page: Page): Promise<string[]> {
  await page.getByTitle('沪市司法局').waitFor();
  return page.locator('.ant-select-item-option').allTextContents();
}
