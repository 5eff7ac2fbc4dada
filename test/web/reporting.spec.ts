import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { FORMS_JOB, monthSlot } from '../../src/platform/jobs/slot-names.js';
import type { TestApp } from '../support/app.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LIAISON = 'SFJ-LIAISON';
const ROWS = [
  ['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前'],
  ['2', '依法行政', '清单', '行政合同培训', '区司法局', '', '10月底前'],
];

/** An office in its first month: two tasks of the Justice Bureau, forms laid, one extension asked for. */
async function firstMonth(test: TestApp): Promise<void> {
  await openOffice(test);
  await test.holdDay('2023-01-12');
  const ledger = await issuedLedger(test, ROWS);
  const job = test.app.get(JobRegistry).job(FORMS_JOB);
  await test.app.get(JobRunner).workSlot(job, monthSlot(ledger, '2023-01'), false);
  const task = await taskOf(test, '2');
  const asked = await test.request('POST', `/api/v1/tasks/${task.id}/extension-requests`, {
    as: LIAISON,
    version: task.version,
    body: { newDueOn: '2023-11-30', reason: '培训对象增加，需延后一个月', progressSoFar: '已完成课程设计' },
  });
  expect(asked.status).toBe(201);
}

const item = (page: Page, name: string) => page.getByRole('article', { name });

describeInBrowser('a month of reports', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: firstMonth,
      posts: [LIAISON, 'CZJ-LIAISON', CLERK, DIRECTOR],
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('is written on one sheet, saved by itself, and submitted with everything that is complete', async () => {
    const page = await stage.open('/reports', LIAISON);
    const first = item(page, '1 清单调整');
    await first.getByLabel('自报进度（%）').fill('20');
    await first.getByLabel('进展情况').fill('已完成部门清单初稿');
    await first.getByText('已保存').waitFor();
    await page.reload();
    expect(await item(page, '1 清单调整').getByLabel('进展情况').inputValue()).toBe('已完成部门清单初稿');
    await expectSound(page, 'reports');
    await page.getByRole('button', { name: '全部报送' }).click();
    await page.getByText('已报送 1 份月报。').waitFor();
    await item(page, '1 清单调整').getByText('已报送', { exact: true }).waitFor();
    await page.getByText('待报送 1 项').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it('comes back with a reason, is mended and submitted again, and is accepted', async () => {
    const clerk = await stage.open('/reviews', CLERK);
    await clerk.getByRole('heading', { name: '1. 清单调整' }).waitFor();
    await expectSound(clerk, 'reviews');
    await clerk.getByRole('button', { name: '退回' }).click();
    await clerk.getByRole('dialog').getByLabel('退回理由').fill('请写明涉及哪些部门');
    await clerk.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await clerk.getByText('没有待审核的月报。').waitFor();

    const liaison = await stage.open('/reports', LIAISON);
    const returned = item(liaison, '1 清单调整');
    await returned.getByText('请写明涉及哪些部门').waitFor();
    await returned.getByLabel('进展情况').fill('已完成二十六个部门清单初稿');
    await returned.getByRole('button', { name: '重新报送' }).click();
    await liaison.getByText('已报送，等待审核。').waitFor();
    expect(complaintsOf(liaison)).toEqual([]);

    await clerk.reload();
    await clerk.getByText('已完成二十六个部门清单初稿').waitFor();
    await clerk.getByRole('button', { name: '通过', exact: true }).click();
    await clerk.getByText('没有待审核的月报。').waitFor();
    expect(complaintsOf(clerk)).toEqual([]);
  });

  it('tells who was faster when two browsers write the same report, and keeps what was typed', async () => {
    const [one, other] = [
      await stage.open('/reports', 'CZJ-LIAISON'),
      await stage.open('/reports', 'CZJ-LIAISON'),
    ];
    await item(one, '1 清单调整').getByLabel('进展情况').waitFor();
    const box = item(other, '1 清单调整').getByLabel('进展情况');
    await box.waitFor();
    await item(one, '1 清单调整').getByLabel('进展情况').fill('先写的');
    await item(one, '1 清单调整').getByText('已保存').waitFor();
    await box.fill('后写的');
    await other.getByRole('dialog', { name: '该记录已被他人修改' }).waitFor();
    await other.getByRole('button', { name: '保留我填写的内容' }).click();
    await item(other, '1 清单调整').getByText('已保存').waitFor();
    await one.reload();
    expect(await item(one, '1 清单调整').getByLabel('进展情况').inputValue()).toBe('后写的');
  });

  it('has its extensions approved by whose turn it is', async () => {
    const clerk = await stage.open('/requests?box=all', CLERK);
    await clerk.getByRole('heading', { name: /行政合同培训/ }).waitFor();
    expect(await clerk.getByRole('button', { name: '批准' }).count()).toBe(0);
    const director = await stage.open('/requests', DIRECTOR);
    await director.getByText('培训对象增加，需延后一个月').waitFor();
    await expectSound(director, 'requests');
    await director.getByRole('button', { name: '批准', exact: true }).click();
    await director.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
    await director.getByText('没有待您办理的申请。').waitFor();
    await director.goto(`${stage.service.address}/requests?box=all`);
    await director.getByText('2023-11-30').first().waitFor();
    expect(complaintsOf(director)).toEqual([]);
  });
});
