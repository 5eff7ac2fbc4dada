import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Command } from 'commander';
import { addToMonth, monthOf } from '../domain/calendar/month.js';
import { UsageError, type Cli } from '../platform/cli/cli.js';
import type { Settings } from '../platform/config/settings.js';
import { ProcessHeart } from '../platform/jobs/process-heart.js';
import { Ticker } from '../platform/jobs/ticker.js';
import { commandSettings } from './command-settings.js';
import { createApp } from './create-app.js';
import { showProgress } from './demo/demo-progress.js';
import { readDemoYear, type DemoYear } from './demo/demo-year.js';
import { requireFreePort } from './demo/free-port.js';
import { usersToShow, type DemoUser } from './demo/demo-accounts.js';
import { textTable } from './demo/text-table.js';
import { makeDemoAccounts, makeDemoLoader } from './demo/make-demo-loader.js';
import { makeDemoOutcome } from './demo/make-demo-outcome.js';
import { monthReportText } from './demo/month-report-text.js';

interface DemoOptions {
  year: string;
  serve: boolean;
}

/** `demo`: loads the demonstration year, shows its last frozen month, writes the bulletin and serves. */
export function demoCommand(program: Command, cli: Cli): void {
  program
    .command('demo')
    .description('装入演示年度，显示最后一个已冻结月份的调度结果，写出通报并启动服务')
    .option('--year <year>', '演示年度', '2023')
    .option('--no-serve', '写出通报后结束，不启动服务')
    .action((options: DemoOptions) => demo(cli, options));
}

async function demo(cli: Cli, options: DemoOptions): Promise<void> {
  if (!/^\d{4}$/.test(options.year)) throw new UsageError('--year 应为四位年度。');
  const settings = commandSettings();
  const year = await readDemoYear(settings.DIAODU_CONFIG_DIR, Number(options.year));
  if (options.serve) await requireFreePort(settings.PORT, settings.HOST);
  const app = await createApp(settings);
  try {
    await app.init();
    await loadAndTell(cli, app, year, settings);
    if (options.serve) await serve(cli, app, settings);
  } catch (error) {
    await app.close();
    throw error;
  }
  if (!options.serve) await app.close();
}

async function loadAndTell(
  cli: Cli,
  app: NestFastifyApplication,
  year: DemoYear,
  settings: Settings,
): Promise<void> {
  const progress = showProgress(process.stderr, (line) => cli.say(line));
  const { ledger, alreadyLoaded } = await makeDemoLoader(app)
    .load(year, cli.json ? undefined : progress.dayDone)
    .finally(() => progress.end());
  const { officeDay, issuer } = year.plan;
  const month = addToMonth(monthOf(officeDay), -1);
  const outcome = makeDemoOutcome(app);
  const report = await outcome.month(ledger, month);
  const bulletin = await outcome.bulletin({ ledger, month, issuer }, settings.DIAODU_OUT_DIR);
  const { file, users } = await makeDemoAccounts(app).make(settings.DIAODU_OUT_DIR);
  const accounts = { file, count: users?.length ?? null };
  const document = {
    year: year.plan.year,
    officeDay,
    month: report.result,
    bulletin,
    accounts,
    alreadyLoaded,
  };
  cli.answer(document, () =>
    [
      alreadyLoaded ? '演示年度此前已装入，本次未作任何改动。' : '演示年度已装入。',
      `办公日 ${officeDay}，数据目录 ${settings.DIAODU_DATA_DIR}。`,
      '',
      monthReportText(report),
      '',
      `${month} 通报${bulletin[0]?.number ?? ''}：`,
      ...bulletin.map((paper) => `  ${paper.file}  sha256 ${paper.sha256}`),
      '',
      ...accountLines(file, users),
    ].join('\n'),
  );
}

/** Who can sign in; the passwords are random, made once and kept in the file. */
function accountLines(file: string, users: readonly DemoUser[] | null): string[] {
  if (users === null) {
    return [
      `演示账号此前已建立，但口令文件 ${file} 不在；可用 npx diaodu user reset --username yfb-clerk 另发口令，或者清空数据目录后重新装入。`,
    ];
  }
  const shown = usersToShow(users).map(({ username, password, name, duty }) => [
    username,
    password,
    name,
    duty,
  ]);
  return [
    `演示账号（共 ${users.length} 个，全部口令见 ${file}）：`,
    ...textTable([['用户名', '口令', '姓名', '身份'], ...shown]),
  ];
}

async function serve(cli: Cli, app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.listen(settings.PORT, settings.HOST);
  cli.say(`演示服务已启动：${await app.getUrl()}（只监听本机回环地址，按 Ctrl+C 结束）`);
  await app.get(ProcessHeart).begin('APP');
  if (settings.DIAODU_JOBS === 'on') await app.get(Ticker).begin();
}
