import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { isDay } from '../../domain/calendar/day.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { commandGroup } from '../../platform/cli/command-group.js';
import { CommitImportService } from './import/commit-import.service.js';
import type { ImportDiff } from './import/diff-import.js';
import { ImportLedgerService, type ImportOptions } from './import/import-ledger.service.js';
import { IssueLedgerService } from './issue-ledger.service.js';
import { presentLedger } from './present-ledger.js';
import { presentReading, type ReadingResponse } from './import/present-reading.js';
import { readingText } from './import/reading-text.js';
import { taskCommands } from './task.command.js';

interface ImportFlags {
  year: string;
  issued?: string;
  dryRun?: true;
  ledger?: string;
}

/** Commands of ledgers: `import ledger`, `import notice`, `ledger issue`, `ledger close` and those of tasks. */
export function ledgerCommands(program: Command, cli: Cli): void {
  const imports = commandGroup(program, 'import', '导入');
  importCommand(imports, cli, 'ledger', '导入台账（.xlsx、.docx 表格）');
  importCommand(imports, cli, 'notice', '导入通知（.txt、.docx 文字）');
  const ledger = commandGroup(program, 'ledger', '台账');
  ledger
    .command('issue <id>')
    .description('印发台账，交办全部已立项任务（id 或者代码，如 KT-2023）')
    .option('--issued <day>', '印发日期')
    .option('--number <text>', '发文字号')
    .option('--leave-out <reason>', '待核任务暂不交办的理由')
    .action(async (id: string, flags: { issued?: string; number?: string; leaveOut?: string }) => {
      const service = (await cli.app()).get(IssueLedgerService);
      const issued = await service.issue(id, {
        issuedOn: dayOf(flags.issued),
        ...(flags.number === undefined ? {} : { sourceNumber: flags.number }),
        ...(flags.leaveOut === undefined ? {} : { leaveOutReason: flags.leaveOut }),
      });
      cli.answer(presentLedger(issued), () => `台账 ${issued.code} 已印发。`);
    });
  ledger
    .command('close <id>')
    .description('年度办结归档')
    .action(async (id: string) => {
      const closed = await (await cli.app()).get(IssueLedgerService).close(id);
      cli.answer(presentLedger(closed), () => `台账 ${closed.code} 已办结归档。`);
    });
  taskCommands(program, cli);
}

function importCommand(imports: Command, cli: Cli, name: 'ledger' | 'notice', description: string): void {
  imports
    .command(`${name} <file>`)
    .description(description)
    .requiredOption('--year <year>', '年度')
    .option('--issued <day>', '印发日期')
    .option('--ledger <code>', '台账代码；不填为该年度重点任务台账')
    .option('--dry-run', '只预览，不入库')
    .action(async (file: string, flags: ImportFlags) => {
      const bytes = await readFile(file).catch(() => {
        throw new UsageError(`读不到文件 ${file}。`);
      });
      const options = optionsOf(name, flags);
      const app = await cli.app();
      const service = app.get(ImportLedgerService);
      const fileName = basename(file);
      if (flags.dryRun) {
        const reading = presentReading(await service.read(bytes, fileName, options));
        cli.answer(reading, () => readingText(reading));
        return;
      }
      const content = await service.preview(bytes, fileName, options);
      const { ledger, diff } = await app.get(CommitImportService).commit(content.id);
      const reading = { ...presentReading(content), ledger: { id: ledger.id, code: ledger.code }, diff };
      cli.answer(reading, () => committedText(reading, ledger.code));
    });
}

function committedText(reading: ReadingResponse & { diff: ImportDiff }, code: string): string {
  const { added, changed, missing, unchanged } = reading.diff;
  const done = `已入库 ${code}：新增 ${added.length} 项，更新 ${changed.length} 项，不变 ${unchanged} 项，文件中缺少 ${missing.length} 项（未删除）。`;
  return `${readingText(reading)}\n${done}`;
}

function optionsOf(name: 'ledger' | 'notice', flags: ImportFlags): ImportOptions {
  const year = Number(flags.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2100) throw new UsageError('--year 应为四位年度。');
  return {
    kind: name === 'ledger' ? 'LEDGER' : 'NOTICE',
    year,
    issuedOn: dayOf(flags.issued),
    ...(flags.ledger === undefined ? {} : { ledger: flags.ledger }),
  };
}

function dayOf(text: string | undefined): string | null {
  if (text !== undefined && !isDay(text)) throw new UsageError('日期应写成 2023-01-10 的形式。');
  return text ?? null;
}
