import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { freezeNovember, novemberDistrict } from '../support/frozen-month.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

describeInBrowser('the page of background work', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: ['SYSADMIN', 'AUDITOR'],
      // Nothing goes on by itself, so that what failed stays until somebody says so.
      variables: { DIAODU_JOBS: 'off' },
      prepare: async (test) => {
        await novemberDistrict(test);
        await freezeNovember(test);
        await test.app.get(Outbox).workDue();
        await test.db.unitOfWork.run(async () => {
          await test.db.write(
            `UPDATE delivery SET state = 'GIVEN_UP', tries = 5, last_error = '550 没有这个信箱'`,
          );
          await test.db.write(
            `UPDATE schedule_run SET state = 'FAILED', error = 'DomainError: 没有这份台账。' WHERE job = 'dispatch.open'`,
          );
          await test.db.write(
            `UPDATE outbox SET state = 'DEAD', tries = 12, last_error = '对方表格已锁定'
              WHERE id = (SELECT MIN(id) FROM outbox WHERE topic = 'reminders.issued')`,
          );
          await test.db.write(
            `INSERT INTO process_seen (id, role, works, host, pid, version, transport, transport_reason, transport_since, started_at, seen_at)
             VALUES ('gone', 'WORKER', 1, 'far-host', 7, '0.1.0', 'REDIS_LOST', 'connection closed', 1, 1, ?)`,
            [Date.UTC(2100, 0)],
          );
        });
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('tells what stands still and why, and has it tried again', async () => {
    const page = await stage.open('/system/queue', 'SYSADMIN');
    await page.getByRole('heading', { name: '后台任务' }).waitFor();
    await page.getByText('Redis 已断开（2 个进程中的 1 个），改由数据库轮询，任务不受影响').waitFor();
    await page.getByText('没有这份台账。').waitFor();
    await expectSound(page, 'queue');
    await page.getByRole('button', { name: '重试' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('重试不会重复办理').waitFor();
    await dialog.getByRole('button', { name: '重试' }).click();
    await page.getByText('已登记重试').first().waitFor();
  });

  it('is worked with the keyboard, list by list', async () => {
    const page = await stage.open('/system/queue', 'SYSADMIN');
    const lists = page.getByRole('navigation', { name: '清单' });
    await lists.getByRole('link', { name: '定时任务' }).focus();
    for (const [name, said] of [
      ['到期未开始', '到期'],
      ['待发事项', '对方表格已锁定'],
      ['送达', '550 没有这个信箱'],
      ['群机器人', '没有群机器人在发送或者等待发送'],
    ] as const) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await lists.locator('[aria-current=page]', { hasText: name }).waitFor();
      await page.getByText(said).first().waitFor();
      await expectSound(page, `queue-${new URL(page.url()).searchParams.get('list')}`);
    }
    expect(complaintsOf(page)).toEqual([]);
  });

  it('puts a delivery that was given up back into the queue, once, and shows the auditor no button', async () => {
    const page = await stage.open('/system/queue?list=deliveries', 'SYSADMIN');
    const rows = page.getByRole('row').filter({ hasText: '已放弃' });
    await rows.first().waitFor();
    const before = await rows.count();
    await rows.first().getByRole('button', { name: '重试' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重试' }).click();
    await page.getByRole('row').filter({ hasText: '待发送' }).waitFor();
    expect(await rows.count()).toBe(before - 1);
    const auditor = await stage.open('/system/queue?list=deliveries', 'AUDITOR');
    await auditor.getByRole('row').filter({ hasText: '已放弃' }).first().waitFor();
    expect(await auditor.getByRole('button', { name: '重试' }).count()).toBe(0);
  });
});
