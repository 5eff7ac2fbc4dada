import type { Command } from 'commander';
import { isMonth, type Month } from '../../domain/calendar/month.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { writeWholeFile } from '../../platform/files/write-whole-file.js';
import { DispatchReader } from '../dispatch/dispatch.reader.js';
import { LedgerReader, type LedgerFacts } from '../ledger/ledger.reader.js';
import { BulletinFiles } from './bulletin-files.service.js';
import { formatOf } from './bulletin-format.js';
import { IssueBulletin } from './issue-bulletin.service.js';
import { bulletinNotFrozen, ledgerUnknown } from './papers.errors.js';

interface BulletinOptions {
  month: string;
  out: string;
  ledger?: string;
}

/** `bulletin`: issues a month's bulletin, or gives the one issued, as a file. */
export function papersCommands(program: Command, cli: Cli): void {
  program
    .command('bulletin')
    .description('印发一个月的通报并写成文件；已印发的取原文件')
    .requiredOption('--month <month>', '月份 YYYY-MM')
    .requiredOption('--out <file>', '写到哪个文件，以 .docx、.xlsx 或 .md 结尾')
    .option('--ledger <id>', '台账编号或代码；不填为该年唯一的重点任务台账')
    .action((options: BulletinOptions) => bulletin(cli, options));
}

async function bulletin(cli: Cli, { month, out, ledger }: BulletinOptions): Promise<void> {
  if (!isMonth(month)) throw new UsageError(`月份“${month}”应写作 YYYY-MM。`);
  const format = formatOf(out);
  if (format === null) throw new UsageError(`文件“${out}”应以 .docx、.xlsx 或 .md 结尾。`);
  const app = await cli.app();
  const found = await ledgerFor(app.get(LedgerReader, { strict: false }), month, ledger);
  const round = await app.get(DispatchReader, { strict: false }).round(found.id, month);
  if (!round) throw bulletinNotFrozen(month);
  const issued = await app.get(IssueBulletin, { strict: false }).issue(round.id);
  const { sha256, bytes } = await app.get(BulletinFiles, { strict: false }).file(issued, format);
  await writeWholeFile(out, bytes);
  const { number, snapshotSha256 } = issued;
  cli.answer({ number, file: out, sha256, snapshotSha256 }, () => `${month} 通报${number}已写入 ${out}`);
}

/** The ledger named by id or code; else the year's only ledger of key tasks. */
async function ledgerFor(ledgers: LedgerReader, month: Month, named?: string): Promise<LedgerFacts> {
  if (named !== undefined) {
    const found = (await ledgers.ledgers()).find(({ id, code }) => id === named || code === named);
    if (!found) throw ledgerUnknown(named);
    return found;
  }
  const year = Number(month.slice(0, 4));
  const [only, ...others] = await ledgers.ledgers({ year, kind: 'KEY_TASKS' });
  if (!only) throw new UsageError(`${year} 年没有重点任务台账。`);
  if (others.length > 0) throw new UsageError(`${year} 年有多份重点任务台账，请用 --ledger 指明。`);
  return only;
}
