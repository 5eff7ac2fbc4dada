import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isDay } from '../../domain/calendar/day.js';
import type { Deadline } from '../../domain/phrases/deadline.js';
import { parseDeadline } from '../../domain/phrases/parse-deadline.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { commandGroup } from '../../platform/cli/command-group.js';
import { decodeText } from '../../platform/office/decode-text.js';
import { CalendarReader } from './calendar.reader.js';
import { CalendarService, type NoticeOutcome } from './calendar.service.js';

/** Commands of the calendar: taking in a year's notice, reading a deadline phrase. */
export function calendarCommands(program: Command, cli: Cli): void {
  commandGroup(program, 'import', '导入')
    .command('calendar <file>')
    .description('导入一年的节假日安排（通知全文或者 csv）')
    .requiredOption('--year <year>', '年份')
    .option('--notice <number>', '通知文号')
    .option('--dry-run', '只看会有哪些变化，不保存')
    .action((file: string, options: ImportOptions) => importNotice(cli, file, options));
  commandGroup(program, 'parse', '解析词语')
    .command('deadline <text>')
    .description('解析时限词语')
    .requiredOption('--year <year>', '台账年度')
    .option('--issued <day>', '印发日期，如 2023-01-10')
    .option('--numeric', '按数字单元格解析')
    .action((text: string, options: DeadlineOptions) => parse(cli, text, options));
}

interface ImportOptions {
  year: string;
  notice?: string;
  dryRun?: true;
}

interface DeadlineOptions {
  year: string;
  issued?: string;
  numeric?: true;
}

async function importNotice(cli: Cli, file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`读不到文件 ${file}。`);
  });
  const input = {
    year: yearOf(options.year),
    text: decodeText(bytes),
    noticeNumber: options.notice ?? null,
  };
  const service = (await cli.app()).get(CalendarService);
  const outcome = options.dryRun ? await service.preview(input) : await service.import(input, null);
  cli.answer(outcome, () => outcomeText(outcome));
}

function outcomeText({ year, noticeNumber, changes }: NoticeOutcome): string {
  const lines = changes.map(
    ({ day, was, now }) =>
      `  ${day} ${was ? was.kind + was.name : '照常'} → ${now ? now.kind + now.name : '照常'}`,
  );
  return [`${year} 年节假日安排 ${noticeNumber}：${changes.length} 日有变化`, ...lines].join('\n');
}

async function parse(cli: Cli, text: string, options: DeadlineOptions): Promise<void> {
  const planYear = yearOf(options.year);
  const issuedOn = options.issued ?? null;
  if (issuedOn !== null && !isDay(issuedOn)) throw new UsageError('--issued 应为 2023-01-10 样式的日期。');
  const raw = options.numeric ? numberOf(text) : text;
  const calendar = await (await cli.app()).get(CalendarReader).calendar();
  const deadline = parseDeadline(raw, { planYear, issuedOn, calendar });
  cli.answer(deadline, () => deadlineText(deadline));
}

function deadlineText({ kind, due, needsReview, note }: Deadline): string {
  return [
    `${kind} ${due ?? '无确定日期'}${needsReview ? '（需人工核对）' : ''}`,
    ...(note ? [note] : []),
  ].join('\n');
}

function yearOf(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw new UsageError('--year 应为四位年度，如 2023。');
  return Number(text);
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UsageError('用 --numeric 时内容应为数字。');
  return value;
}
