import type { Command } from 'commander';
import { isDay } from '../../../domain/calendar/day.js';
import type { FigureValue } from '../../../domain/figure/figure.js';
import { UsageError, type Cli } from '../../../platform/cli/cli.js';
import { FiguresService } from './figures.service.js';

interface FiguresOptions {
  year: string;
  asOf?: string;
}

/** `figures`: every number of a year that a register carries, with the records behind it. */
export function figuresCommands(program: Command, cli: Cli): void {
  program
    .command('figures')
    .description('年度各项数据及其依据的记录')
    .requiredOption('--year <year>', '年度')
    .option('--as-of <day>', '截至哪一天 YYYY-MM-DD；不填为今天')
    .action((options: FiguresOptions) => figures(cli, options));
}

async function figures(cli: Cli, { year, asOf }: FiguresOptions): Promise<void> {
  if (!/^(19|20)\d{2}$/.test(year)) throw new UsageError(`年度“${year}”应写作 2023。`);
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`日期“${asOf}”应写作 YYYY-MM-DD。`);
  const app = await cli.app();
  const values = await app.get(FiguresService, { strict: false }).of(Number(year), asOf);
  cli.answer(values, () => values.map(lineOf).join('\n'));
}

function lineOf({ value, unit, definition, records, asOf }: FigureValue): string {
  const told = value === null ? '无应出庭案件' : `${value}${unit}`;
  return `${told}　${definition}（截至 ${asOf}，依据 ${records.length} 条记录）`;
}
