import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { issueIn, openCityWithDistricts } from '../support/city.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';

const CITY = 'SH-CLERK';
const DISTRICT = 'HP-CLERK';

describeInBrowser('tasks broken down in the browser', (browser) => {
  let stage: Stage;
  let city: Page;
  let district: Page;
  let taskId = '';

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CITY, DISTRICT],
      prepare: async (app) => {
        await openCityWithDistricts(app);
        await issueIn(app, CITY, [['1', '制度', '清单', '全市执法清单编制', '市司法局', '', '10月底前']]);
        await issueIn(app, DISTRICT, [['1', '制度', '清单', '本区事项', '区司法局', '', '6月底前']]);
        const { body } = await app.request('GET', '/api/v1/tasks?ledger=SH-KT-2023', { as: CITY });
        taskId = (body.items as { id: string }[])[0]!.id;
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('the city ticks its districts and hands the task down', async () => {
    city = await stage.open(`/tasks/${taskId}`, CITY);
    await city.getByRole('button', { name: '分解下达' }).click();
    await city.getByLabel('全选').check();
    await city.getByLabel('下达要求（可不填）').fill('请于年内完成');
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
});
