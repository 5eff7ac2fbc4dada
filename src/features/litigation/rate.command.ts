import type { Command } from 'commander';
import { fractionText } from '../../domain/rate/fraction.js';
import { yearPeriod } from '../../domain/rate/period.js';
import { isRateVariant, RATE_VARIANTS } from '../../domain/rate/variants.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { Clock } from '../../platform/clock/clock.js';
import { departmentUnknown } from '../../domain/rate/deeds/court-case.errors.js';
import { OrganizationReader } from '../organization/organization.reader.js';
import { LitigationReader } from './litigation.reader.js';

interface RateOptions {
  year: string;
  variant: string;
  department?: string;
}

/** `rate`: the rate of a year with the cases that count and those that do not. */
export function rateCommands(program: Command, cli: Cli): void {
  program
    .command('rate')
    .description('行政机关负责人出庭应诉率及其名单')
    .requiredOption('--year <year>', '年度')
    .option('--variant <variant>', `口径 ${RATE_VARIANTS.join('、')}`, 'R1')
    .option('--department <code>', '单位代码；不填为全区')
    .action((options: RateOptions) => rate(cli, options));
}

async function rate(cli: Cli, { year, variant, department }: RateOptions): Promise<void> {
  if (!/^(19|20)\d{2}$/.test(year)) throw new UsageError(`年度“${year}”应写作 2023。`);
  if (!isRateVariant(variant)) throw new UsageError(`没有口径“${variant}”，可选 ${RATE_VARIANTS.join('、')}。`);
  const app = await cli.app();
  if (department !== undefined) await requireKnown(app.get(OrganizationReader, { strict: false }), department);
  const answer = await app.get(LitigationReader, { strict: false }).rate({
    variant,
    period: yearPeriod(Number(year)),
    asOf: app.get(Clock, { strict: false }).today(),
    department: department ?? null,
    register: 'ADMINISTRATIVE',
  });
  const { numerator, denominator, percent, label, counted, excluded } = answer;
  cli.answer({ variant, numerator, denominator, percent, label, cases: { counted, excluded } }, () =>
    [
      `${year} 年${answer.name}：${fractionText(answer)}`,
      ...counted.map((one) => `计入 ${one.case} ${one.departmentName} ${one.fulfilled ? '已出庭' : '未出庭'}：${one.reason}`),
      ...excluded.map((one) => `不计 ${one.case} ${one.departmentName}：${one.reason}`),
    ].join('\n'),
  );
} // prettier-ignore

async function requireKnown(organization: OrganizationReader, code: string): Promise<void> {
  if (!(await organization.departmentByCode(code))) throw departmentUnknown(code);
}
