import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { pdf, pdfOf } from '../support/evidence-files.js';
import { issuedLedger, taskOf } from '../support/ledger.js';
import { openOffice } from '../support/office.js';
import { expectSound, seriousFindings, shoot } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LEAD = 'SFJ-LIAISON';
const MEGABYTE = 1024 * 1024;
const ROWS = [['1', '依法行政', '清单', '清单调整', '区司法局', '区财政局', '6月底前']];
/** A PDF to whoever reads its kind, a page with a script to whoever guesses at it. */
const SCRIPTED = pdf('<script>top.hasRun = true</script>');
const PROGRAM = Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(600)]);

const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
/** The place where files are dropped, and its list of files on their way. */
const chooser = (page: Page): Locator => page.getByLabel('上传佐证材料');
const onItsWay = (page: Page, name: string): Locator =>
  page.locator('.file-row').filter({ has: page.getByText(name, { exact: true }) });
/** The list of what the service has taken. */
const taken = (page: Page, name: string): Locator =>
  page.locator('.evidence-row').filter({ has: page.getByText(name, { exact: true }) });

/** Until the limit is read, the page leaves it to the service to refuse. */
const limitIsKnown = (page: Page): Promise<void> => page.locator('.evidence-notice').waitFor();

async function waitUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 30_000; !(await holds());) {
    if (performance.now() > end) throw new Error('what was waited for has not come');
    await pause(20);
  }
}

/** Lets a page send so many bytes a second, so that what is on its way can be seen. */
async function slowUploads(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

describeInBrowser('files of evidence', (browser) => {
  let stage: Stage;
  let taskId: string;

  beforeAll(async () => {
    stage = await openStage(browser, {
      prepare: async (test: TestApp) => {
        await openOffice(test);
        await test.holdDay('2023-03-10');
        await issuedLedger(test, ROWS);
        taskId = (await taskOf(test, '1')).id as string;
      },
      posts: [LEAD],
      variables: { DIAODU_EVIDENCE_MB: '1' },
    });
  }, 120_000);
  afterAll(() => stage.close());

  it('a PDF is uploaded and shown inside the page, where nothing in it runs', async () => {
    const page = await stage.open(`/tasks/${taskId}`, LEAD);
    await page.locator('.evidence-notice').getByText('涉密').waitFor();
    await chooser(page).setInputFiles(asFile('会议纪要.pdf', SCRIPTED));
    await onItsWay(page, '会议纪要.pdf').getByText('已上传').waitFor();
    await taken(page, '会议纪要.pdf').getByText('内部').waitFor();
    await page.getByRole('button', { name: '预览 会议纪要.pdf' }).click();
    const frame = page.getByRole('dialog', { name: '会议纪要.pdf' }).locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(new RegExp(`^blob:${stage.service.address}/`));
    expect(await frame.getAttribute('title')).toBe('预览：会议纪要.pdf');
    // The browser's own viewer has taken it, in a frame of its own: it was neither saved nor read as a page.
    await waitUntil(() => page.frames().some((each) => each.url().startsWith('chrome-extension://')));
    await shoot(page, 'evidence-preview-1440');
    expect(await page.evaluate('window.hasRun')).toBeUndefined();
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(page, 'evidence-preview-390');
    const { width } = (await frame.boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThan(300);
    await page.keyboard.press('Escape');
    await frame.waitFor({ state: 'detached' });
    expect(complaintsOf(page)).toEqual([]);
  });

  it.each([1440, 390])('what is no evidence is refused on its own row, at %i pixels', async (width) => {
    const page = await stage.open(`/tasks/${taskId}`, LEAD);
    await page.setViewportSize({ width, height: 844 });
    await limitIsKnown(page);
    const good = `清单-${width}.pdf`;
    await chooser(page).setInputFiles([
      asFile('扫描件.pdf', pdfOf(MEGABYTE + 1)),
      asFile('安装程序.pdf', PROGRAM),
      asFile(good, pdf(`list ${width}`)),
    ]);
    await onItsWay(page, '扫描件.pdf').getByText('超过大小上限 1 MB，请压缩或者拆分后再传').waitFor();
    await onItsWay(page, '安装程序.pdf').getByText('文件内容与扩展名“.pdf”不符').waitFor();
    await onItsWay(page, good).getByText('已上传').waitFor();
    await taken(page, good).waitFor();
    for (const refused of ['扫描件.pdf', '安装程序.pdf']) expect(await taken(page, refused).count()).toBe(0);
    await expectSound(page, `evidence-refused-${width}`);
    await page.getByRole('button', { name: '从列表移去 扫描件.pdf' }).click();
    await onItsWay(page, '扫描件.pdf').waitFor({ state: 'detached' });
  });

  it.each([1440, 390])(
    'several files go at once, and each shows how far it is, at %i pixels',
    async (width) => {
      const page = await stage.open(`/tasks/${taskId}`, LEAD);
      await page.setViewportSize({ width, height: 844 });
      await limitIsKnown(page);
      await slowUploads(page, MEGABYTE / 4);
      const names = ['一', '二', '三'].map((place) => `台账${place}-${width}.pdf`);
      await chooser(page).setInputFiles(names.map((name, i) => asFile(name, pdfOf(MEGABYTE - width - i))));
      const bars = names.map((name) => page.getByRole('progressbar', { name: `正在上传 ${name}` }));
      await onItsWay(page, names[2]!).getByText('等候上传').waitFor();
      await waitUntil(async () => {
        const shares = await Promise.all(bars.slice(0, 2).map((bar) => bar.getAttribute('value')));
        return shares.every((share) => Number(share) > 0 && Number(share) < 100);
      });
      await shoot(page, `evidence-progress-${width}`);
      expect(await seriousFindings(page)).toEqual([]);
      for (const name of names) await onItsWay(page, name).getByText('已上传').waitFor();
      for (const name of names) await taken(page, name).waitFor();
      expect(complaintsOf(page)).toEqual([]);
    },
  );

  it('one on its way can be called back; the others arrive', async () => {
    const page = await stage.open(`/tasks/${taskId}`, LEAD);
    await limitIsKnown(page);
    await slowUploads(page, MEGABYTE / 4);
    await chooser(page).setInputFiles([
      asFile('误选.pdf', pdfOf(MEGABYTE - 9)),
      asFile('正选.pdf', pdf('right')),
    ]);
    await page.getByRole('button', { name: '取消上传 误选.pdf' }).click();
    await onItsWay(page, '误选.pdf').getByText('已取消').waitFor();
    await onItsWay(page, '正选.pdf').getByText('已上传').waitFor();
    await taken(page, '正选.pdf').waitFor();
    expect(await taken(page, '误选.pdf').count()).toBe(0);
    expect(complaintsOf(page)).toEqual([]);
  });
});
