import type { Command } from 'commander';
import { isMonth } from '../../domain/calendar/month.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { commandGroup } from '../../platform/cli/command-group.js';
import { LedgerReader, type LedgerFacts } from '../ledger/ledger.reader.js';
import { DispatchService } from './dispatch.service.js';
import { monthText } from './month-text.js';
import { RoundQueries } from './round-queries.js';

interface RunOptions {
  month: string;
  ledger?: string;
  preview?: true;
}

/** `dispatch run`: one month of one ledger, frozen or previewed. */
export function dispatchCommands(program: Command, cli: Cli): void {
  commandGroup(program, 'dispatch', '月调度')
    .command('run')
    .description('办理一个月的月调度：开启、冻结、亮灯、提醒')
    .requiredOption('--month <month>', '月份 YYYY-MM')
    .option('--ledger <id>', '台账编号或代码；不填为该年唯一的重点任务台账')
    .option('--preview', '只预览，不写入')
    .action((options: RunOptions) => run(cli, options));
}

async function run(cli: Cli, options: RunOptions): Promise<void> {
  if (!isMonth(options.month)) throw new UsageError(`月份“${options.month}”应写作 YYYY-MM。`);
  const app = await cli.app();
  const ledger = options.ledger
    ? await app.get(RoundQueries, { strict: false }).ledger(options.ledger)
    : await onlyLedger(app.get(LedgerReader, { strict: false }), Number(options.month.slice(0, 4)));
  const dispatch = app.get(DispatchService, { strict: false });
  const result = options.preview
    ? await dispatch.preview(ledger, options.month)
    : await dispatch.run(ledger, options.month);
  cli.answer(result, () => monthText(ledger.title, result));
}

/** Without `--ledger` the year must have exactly one ledger of key tasks. */
async function onlyLedger(ledgers: LedgerReader, year: number): Promise<LedgerFacts> {
  const candidates = await ledgers.ledgers({ year, kind: 'KEY_TASKS' });
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  const codes = candidates.map((ledger) => ledger.code).join('、');
  throw new UsageError(
    candidates.length === 0
      ? `${year} 年没有重点任务台账。`
      : `${year} 年有多份重点任务台账（${codes}），请用 --ledger 指明。`,
  );
}
