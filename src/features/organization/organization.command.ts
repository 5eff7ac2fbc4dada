import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { DomainError } from '../../domain/refusal.js';
import type { DepartmentColumn, DepartmentRegister } from '../../domain/phrases/department-register.js';
import { parseDepartments, type DepartmentList } from '../../domain/phrases/parse-departments.js';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { commandGroup } from '../../platform/cli/command-group.js';
import { Clock } from '../../platform/clock/clock.js';
import { GroupSeed } from './group-seed.js';
import { registerOfFile } from './file-register.js';
import { ImportDepartmentsService, type ImportCount } from './import-departments.service.js';
import { ImportPostsService } from './import-posts.service.js';
import { OrganizationReader } from './organization.reader.js';

interface ParseOptions {
  column: DepartmentColumn;
  leadColumn: boolean;
  register?: string;
}

/** Commands of the organization: taking in departments and posts, reading a list of departments. */
export function organizationCommands(program: Command, cli: Cli): void {
  const imports = commandGroup(program, 'import', '导入');
  imports
    .command('departments <file>')
    .description('导入单位（csv）')
    .option('--under <code>', '文件中未写上级的单位归入该单位之下，如某市、某区')
    .action((file: string, { under }: { under?: string }) => importDepartments(cli, file, under));
  imports
    .command('posts <file>')
    .description('导入岗位及在任人员（csv）')
    .option('--under <code>', '只收该单位及其下级单位的岗位，如某区')
    .action((file: string, { under }: { under?: string }) => importPosts(cli, file, under));
  commandGroup(program, 'parse', '解析词语')
    .command('departments <text>')
    .description('解析单位清单')
    .addOption(
      new Option('--column <column>', '所在列：牵头单位、配合单位、责任单位')
        .choices(['LEAD', 'SUPPORT', 'RESPONSIBLE'])
        .makeOptionMandatory(),
    )
    .option('--no-lead-column', '该表没有牵头单位列')
    .option('--register <file>', '数据库中没有单位时使用的单位表（csv）')
    .action((text: string, options: ParseOptions) => parse(cli, text, options));
}

async function importDepartments(cli: Cli, file: string, under: string | undefined): Promise<void> {
  const bytes = await readInput(file);
  const count = await (await cli.app()).get(ImportDepartmentsService).import(bytes, under);
  cli.answer(count, () => countText(count));
}

async function importPosts(cli: Cli, file: string, under: string | undefined): Promise<void> {
  const bytes = await readInput(file);
  const count = await (await cli.app()).get(ImportPostsService).import(bytes, under);
  cli.answer(count, () => countText(count));
}

function countText({ created, updated, unchanged }: ImportCount): string {
  return `已导入：新增 ${created}，更新 ${updated}，未变 ${unchanged}`;
}

async function parse(cli: Cli, text: string, options: ParseOptions): Promise<void> {
  const register = await registerFor(cli, options.register);
  const list = parseDepartments(text, options.column, register, { leadColumnExists: options.leadColumn });
  cli.answer(list, () => listText(list));
}

/** From the database; else from the file; else refused. */
async function registerFor(cli: Cli, file: string | undefined): Promise<DepartmentRegister> {
  const bytes = file === undefined ? null : await readInput(file);
  const app = await cli.app();
  const stored = await app.get(OrganizationReader).register(app.get(Clock).today());
  if (stored.departments.length > 0) return stored;
  if (bytes) return registerOfFile(bytes, await app.get(GroupSeed).config());
  throw new DomainError(
    'CONFLICT',
    'REGISTER_EMPTY',
    '数据库中还没有单位。请先用 import departments 导入，或者用 --register 指定单位表。',
  );
}

function listText(list: DepartmentList): string {
  return [
    `牵头：${list.lead.join('、') || '无'}`,
    `配合：${list.support.join('、') || '无'}`,
    `单位组：${list.groups.join('、') || '无'}${list.openEnded ? '（未列全）' : ''}`,
    ...list.unresolved.map(({ text }) => `未识别：${text}`),
  ].join('\n');
}

async function readInput(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new UsageError(`读不到文件 ${file}。`);
  });
}
