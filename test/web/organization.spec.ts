import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CLERK, openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const DEPARTMENTS = 'code,name,shortName,kind,enforcementUnit,responsibleDepartment,aliases';
const POSTS = 'code,department,kind,holder,email,from,to';

describeInBrowser('departments and posts out of files', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browser, { prepare: openOffice, posts: [CLERK] });
  }, 120_000);
  afterAll(() => stage.close());

  /** Sends a file in the dialog of a page. */
  const send = async (page: Page, lines: readonly string[]): Promise<void> => {
    const file = { name: '导入.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  };

  it('departments: a wrong line is named and nothing comes in; the mended file comes in whole', async () => {
    const page = await stage.open('/system/departments', CLERK);
    await page.getByRole('button', { name: '导入' }).click();
    const dialog = page.getByRole('dialog', { name: '导入单位' });
    const sound = 'SJJ2,区数据局,区数据局,GOVERNMENT,0,1,大数据局';
    await send(page, [DEPARTMENTS, sound, 'XQJ,区新区局,区新区局,MINISTRY,0,1,']);
    await dialog.getByText(/第3行“kind”列/).waitFor();
    await expectSound(page, 'organization-import');
    await send(page, [DEPARTMENTS, sound, 'XQJ,区新区局,区新区局,GOVERNMENT,0,1,']);
    await page.getByText('已导入：新增 2，更新 0，未变 0。').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('区数据局');
    await page.getByText('SJJ2').first().waitFor();
  });

  it('posts: one of no department is named; the mended file comes in, and a second time nothing', async () => {
    const page = await stage.open('/system/posts', CLERK);
    const open = () => page.getByRole('button', { name: '导入' }).click();
    await open();
    const dialog = page.getByRole('dialog', { name: '导入岗位' });
    await send(page, [POSTS, 'SJJ2-LIAISON,NOBODY,LIAISON,周八,,2022-01-01,']);
    await dialog.getByText(/第2行“department”列/).waitFor();
    const mended = [POSTS, 'SJJ2-LIAISON,SJJ2,LIAISON,周八,,2022-01-01,'];
    await send(page, mended);
    await page.getByText('已导入：新增 1，更新 0，未变 0。').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await open();
    await send(page, mended);
    await page.getByText('已导入：新增 0，更新 0，未变 1。').waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});
