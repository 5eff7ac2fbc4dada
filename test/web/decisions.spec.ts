import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page, Route } from 'playwright-core';
import { DecisionStory } from '../support/decisions.js';
import { pdf } from '../support/evidence-files.js';
import { CLERK, DIRECTOR, openOffice } from '../support/office.js';
import { expectSound } from './support/check-page.js';
import { describeInBrowser } from './support/describe-in-browser.js';
import { openStage, type Stage } from './support/stage.js';
import { complaintsOf } from './support/watched-page.js';

const LIAISON = 'CGW-LIAISON';
const HEAD = 'CGW-HEAD';
const STRANGER = 'JYJ-LIAISON';

describeInBrowser('major decisions in the browser', (browser) => {
  let stage: Stage;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    stage = await openStage(browser, {
      posts: [CLERK, DIRECTOR, LIAISON, HEAD, STRANGER],
      prepare: async (app) => {
        await openOffice(app);
        await app.holdDay('2023-02-28');
        for (const number of ['1', '2', '3']) {
          const story = await DecisionStory.begin(app, number);
          ids.set(number, story.id);
          if (number === '1') continue;
          await begun(story);
          await app.holdDay('2023-03-20');
          await story.draft(`草案 ${number}`);
          await story.record('DRAFTING', '2023-03-20');
          if (number === '3') await submitted(story);
        }
        await app.holdDay('2023-05-05');
      },
    });
  }, 120_000);
  afterAll(() => stage.close());

  async function begun(story: DecisionStory): Promise<void> {
    await story.record('PROPOSAL', '2023-03-01');
    await story.record('INITIATION', '2023-03-06');
  }

  async function submitted(story: DecisionStory): Promise<void> {
    for (const step of ['CONSULTATION', 'AFFECTED_GROUPS', 'FAIR_COMPETITION', 'EXPERT_REVIEW'])
      await story.determine(step, false);
    for (const step of ['RISK_ASSESSMENT', 'OPINIONS_HANDLED']) await story.determine(step, true);
    await story.record('RISK_ASSESSMENT', '2023-03-22');
    const period = { publishedOn: '2023-03-22', closesOn: '2023-04-21' };
    await story.record('COMMENT_PERIOD', '2023-03-22', period);
    await story.record('OPINIONS_HANDLED', '2023-04-23');
    await story.record('LEGALITY_SUBMISSION', '2023-04-24', { replyBy: '2023-05-06' });
  }

  async function at(number: string, as: string): Promise<Page> {
    const page = await stage.open(`/decisions/${ids.get(number) ?? number}`, as);
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    return page;
  }

  /** A step, opened. */
  async function stepOf(page: Page, id: string): Promise<Locator> {
    const step = page.locator(`#step-${id}`);
    if ((await step.locator('details[open]').count()) === 0) await step.locator('summary').click();
    return step;
  }

  async function fill(dialog: Locator, texts: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(texts)) {
      const input = dialog.getByLabel(name, { exact: true });
      await input.fill(text);
      if (/^\d{4}-/.test(text)) await input.press('Enter');
    }
  }

  async function choose(dialog: Locator, name: string, word: string): Promise<void> {
    await dialog.getByRole('combobox', { name }).click();
    await dialog.page().getByTitle(word).last().click();
  }

  it('come into the catalogue of a year, which is consented to and published; an item leaves it with a reason', async () => {
    const clerk = await stage.open('/decisions', CLERK);
    await clerk.getByRole('button', { name: '建立 2023 年度目录' }).click();
    await clerk.getByText('目录中还没有事项。').waitFor();
    for (const number of ['1', '2']) {
      await clerk.getByRole('button', { name: `将“老旧小区提升改造方案${number}”列入目录` }).click();
      const dialog = clerk.getByRole('dialog');
      await dialog.getByLabel('列入理由').fill('重大公共建设项目');
      await dialog.getByRole('button', { name: '列入目录' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await clerk.getByRole('button', { name: '将“老旧小区提升改造方案2”调出目录' }).click();
    const removal = clerk.getByRole('dialog');
    await removal.getByLabel('调出理由').fill('条件尚不成熟');
    await removal.getByRole('button', { name: /调\s?出/ }).click();
    await clerk.getByText('已调出的事项（1）').click();
    await clerk.getByText('调出理由：条件尚不成熟').waitFor();
    await clerk.getByRole('button', { name: '登记党委同意' }).click();
    await fill(clerk.getByRole('dialog'), { 同意的文件或者会议纪要: '区委常委会会议纪要〔2023〕3号' });
    await clerk.getByRole('button', { name: '确认登记党委同意' }).click();
    await clerk.getByText('已经党委同意，待办主任批准公布。').waitFor();
    const director = await stage.open('/decisions', DIRECTOR);
    await director.getByRole('button', { name: '批准公布' }).click();
    await fill(director.getByRole('dialog'), { 公布的网址或者载体: '区政府网站' });
    await director.getByRole('button', { name: '确认批准公布' }).click();
    await director.getByText('已公布第 1 版').waitFor();
    await director.getByText('确定事项').click();
    await expectSound(director, 'decisions-catalogue');
  }, 90_000);

  it('are entered by the clerk', async () => {
    const page = await stage.open('/decisions', CLERK);
    const held: Route[] = [];
    await page.route(/\/api\/v1\/decisions\?/, (route) => void held.push(route));
    await page.reload();
    await page.getByRole('button', { name: '登记决策事项' }).click();
    const dialog = page.getByRole('dialog');
    // A form opened before the list has come offers no number, and not one that is given already.
    const number = dialog.getByLabel('编号');
    await number.waitFor();
    expect(await number.inputValue()).toBe('');
    for (const route of held) await route.continue();
    await page.unroute(/\/api\/v1\/decisions\?/);
    await fill(dialog, {
      决策事项名称: '区域养老设施布局规划',
      分管区领导: '区领导',
      计划完成: '2023-11-30',
    });
    await dialog.getByRole('combobox', { name: '承办单位' }).fill('城管');
    // Enter takes the first of what was found, once it was.
    await page.locator('.ant-select-item-option-active', { hasText: '城管' }).waitFor();
    await page.keyboard.press('Enter');
    // Seen in the field itself: the select also says it in a hidden line for screen readers.
    await dialog.getByText(/城管/).filter({ visible: true }).first().waitFor();
    await expectSound(page, 'decisions-new');
    await dialog.getByRole('button', { name: '确认登记' }).click();
    await page.getByRole('heading', { level: 1, name: /区域养老设施布局规划/ }).waitFor();
  }, 60_000);

  it('第十五条: a short comment period is told before it is sent, and passes with an approved exception', async () => {
    const page = await at('2', LIAISON);
    const step = await stepOf(page, 'COMMENT_PERIOD');
    await step.getByRole('button', { name: /登\s?记/ }).click();
    const dialog = page.getByRole('dialog', { name: '登记“向社会公开征求意见”' });
    await fill(dialog, {
      公布日期: '2023-05-05',
      意见截止日期: '2023-05-25',
      公布渠道和网址: '区政府网站',
      反馈意见的方式: '电子邮件',
    });
    await dialog.getByText('现在办理将被退回').waitFor();
    await dialog
      .getByText(/第十五条/)
      .last()
      .waitFor();
    await dialog.getByText(/2023-06-04/).waitFor();
    await expectSound(page, 'decision-refused');
    await dialog.getByRole('button', { name: '申请例外' }).click();
    const asking = page.getByRole('dialog', { name: /申请例外：/ });
    await fill(asking, { 理由: '汛期将至，须在汛前实施', 理由公布的位置: '公告第三段' });
    await asking.getByRole('button', { name: '确认申请例外' }).click();
    await page.getByRole('heading', { name: '待批准的例外' }).waitFor();
    const director = await at('2', DIRECTOR);
    await director.getByRole('button', { name: '批准例外' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '批准例外' }).click();
    await director.getByRole('heading', { name: '待批准的例外' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: '确认登记' }).click();
    // Somebody else approved meanwhile: what was written stays, and goes out on the version that is now.
    const told = page.getByRole('dialog', { name: '该记录已被他人修改' });
    await told.getByRole('button', { name: '保留我填写的内容' }).click();
    await dialog.getByText('已批准例外').waitFor();
    await dialog.getByRole('button', { name: '确认登记' }).click();
    await page.locator('#step-COMMENT_PERIOD.step-done').waitFor();
    expect([...complaintsOf(page), ...complaintsOf(director)]).toEqual([]);
  }, 90_000);

  it('第二十五条: deliberation is refused until the legality review is on file with its papers', async () => {
    const page = await at('3', CLERK);
    const deliberation = await stepOf(page, 'DELIBERATION');
    await deliberation.getByText('未经合法性审查或者审查不通过的不得提交讨论').first().waitFor();
    await deliberation.getByRole('button', { name: '登记（先核对）' }).click();
    const refused = page.getByRole('dialog');
    await refused
      .getByText(/第二十五条/)
      .last()
      .waitFor();
    await refused.getByRole('button', { name: '取消' }).or(refused.getByLabel('Close')).first().click();
    const review = await stepOf(page, 'LEGALITY_REVIEW');
    for (const name of ['合法性审查意见书', '法律顾问、公职律师法律意见']) {
      await review.getByText(`上传：${name}`).waitFor();
      const file = { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf(name) };
      await review.locator('input[type=file]').setInputFiles(file);
      await review.getByRole('link', { name: `${name}.pdf` }).waitFor();
    }
    await review.getByRole('button', { name: /^登\s?记/ }).click();
    const dialog = page.getByRole('dialog', { name: '登记“合法性审查”' });
    await choose(dialog, '审查结论', '审查通过');
    await fill(dialog, { 是否符合法定权限: '符合', 是否履行法定程序: '履行', 内容是否合法: '合法' });
    await dialog.getByText('符合程序要求，可以办理').waitFor();
    await dialog.getByRole('button', { name: '确认登记' }).click();
    await page.locator('#step-LEGALITY_REVIEW.step-done').waitFor();
    await page.locator('#step-DELIBERATION.step-current').waitFor();
    await expectSound(page, 'decision-steps');
  }, 90_000);

  it('第二十二条: whether a step applies is answered with a reason by the department; its head reads it', async () => {
    const page = await at('2', LIAISON);
    const step = await stepOf(page, 'RISK_ASSESSMENT');
    await step.getByRole('button', { name: '判断是否适用' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '不适用' }).click();
    await fill(dialog, { 理由: '不涉及社会稳定和公共安全' });
    await expectSound(page, 'decision-determine');
    await dialog.getByRole('button', { name: '确认判断是否适用' }).click();
    await page.locator('#step-RISK_ASSESSMENT.step-not_applicable').waitFor();
    const head = await at('2', HEAD);
    const told = await stepOf(head, 'RISK_ASSESSMENT');
    await told.getByText('理由：不涉及社会稳定和公共安全').waitFor();
    expect(await told.getByRole('button').count()).toBe(0);
    await expectSound(head, 'decision-head');
  }, 60_000);

  it('第十八条: opinions are entered by the department with reasons, checked as a list first, and read by its head', async () => {
    const page = await at('3', LIAISON);
    await page.getByRole('button', { name: '登记意见' }).click();
    const dialog = page.getByRole('dialog');
    await fill(dialog, { 意见来源: '居民代表座谈会', 意见内容: '保留小区内的花坛' });
    await dialog.getByRole('radio', { name: '不采纳', exact: true }).click();
    expect(await dialog.getByRole('button', { name: /保\s?存/ }).isDisabled()).toBe(true);
    await fill(dialog, { 理由: '消防通道宽度不足' });
    await dialog.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByRole('cell', { name: '消防通道宽度不足' }).waitFor();
    await page.getByRole('button', { name: '从 Excel 导入' }).click();
    const text = '意见来源,意见内容,人数,采纳情况,理由\n网站留言,增加停车位,3,部分采纳,\n';
    const file = { name: '采纳情况.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
    await page.getByText('有 1 处问题，请在文件中改好后重新选择：').waitFor();
    await expectSound(page, 'decision-opinions-refused');
    const mended = { ...file, buffer: Buffer.from(text.replace('部分采纳,', '部分采纳,增加十个')) };
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(mended);
    await page.getByText('新增 1 条，改动 0 条，删去 1 条').waitFor();
    await page.getByRole('button', { name: '确认导入' }).click();
    const head = await at('3', HEAD);
    await head.getByRole('cell', { name: '增加十个' }).waitFor();
    expect(await head.getByRole('button', { name: '登记意见' }).count()).toBe(0);
    await expectSound(head, 'decision-opinions');
  }, 90_000);

  it('keep every version of the draft with its hash, stand still while suspended, and tell all of it in words', async () => {
    const liaison = await at('2', LIAISON);
    await liaison.getByRole('button', { name: '修改草案' }).click();
    const dialog = liaison.getByRole('dialog');
    await dialog.getByRole('radio', { name: '文字修改' }).click();
    await fill(dialog, { 修改说明: '校正表述' });
    const file = { name: '第二稿.pdf', mimeType: 'application/pdf', buffer: pdf('第二稿') };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await liaison.getByRole('link', { name: '第二稿.pdf' }).waitFor();
    const clerk = await at('2', CLERK);
    await clerk.getByRole('button', { name: /中\s?止/ }).click();
    const stop = clerk.getByRole('dialog');
    await fill(stop, { 理由: '上级规划尚未批复' });
    await stop.getByRole('button', { name: '确认中止' }).click();
    await clerk.getByRole('button', { name: '恢复办理' }).waitFor();
    await clerk.getByText('中止：上级规划尚未批复').waitFor();
    await expectSound(clerk, 'decision-suspended');
  }, 60_000);

  it('are as good as missing to a department that does not undertake them', async () => {
    const page = await stage.open(`/decisions/${ids.get('1')}`, STRANGER);
    await page.getByText('代码 DECISION_NOT_FOUND').waitFor();
    await expectSound(page, 'decision-foreign');
  }, 60_000);
});
