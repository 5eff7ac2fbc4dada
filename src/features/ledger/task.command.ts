import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { AssignTaskService } from './tasks/assign-task.service.js';
import { CreateTaskService } from './tasks/create-task.service.js';
import { EndTaskService } from './tasks/end-task.service.js';
import { FindTasks } from './tasks/find-tasks.js';
import { SplitTaskService, type PartWish } from './tasks/split-task.service.js';
import { TaskQuery } from './tasks/task-query.js';

interface PartyFlags {
  lead: string;
  support?: string;
  groups?: string;
}

interface AddFlags extends PartyFlags {
  title: string;
  deadline: string;
  number?: string;
  measures?: string;
  indicators?: string;
}

/** `task add|split|reassign|suspend|resume|cancel`: each answers with the task. */
export function taskCommands(program: Command, cli: Cli): void {
  const task = program.command('task').description('任务');
  addCommand(task, cli);
  splitCommand(task, cli);
  reassignCommand(task, cli);
  endCommands(task, cli);
}

function addCommand(task: Command, cli: Cli): void {
  task
    .command('add <ledger>')
    .description('新增任务（台账 id 或者代码）')
    .requiredOption('--title <text>', '任务名称')
    .requiredOption('--lead <codes>', '牵头单位代码，逗号分隔，第一个为第一牵头单位')
    .requiredOption('--deadline <text>', '完成时限，如 10月底前')
    .option('--support <codes>', '配合单位代码，逗号分隔')
    .option('--groups <codes>', '单位组代码，逗号分隔')
    .option('--number <text>', '序号')
    .option('--measures <text>', '工作措施')
    .option('--indicators <names>', '指标，自一级起以 / 分隔')
    .action(async (ledger: string, flags: AddFlags) => {
      const { title, deadline, number, measures, indicators } = flags;
      const id = await (await cli.app()).get(CreateTaskService).create(ledger, {
        ...partiesOf(flags),
        title,
        deadline,
        ...(number === undefined ? {} : { number }),
        ...(measures === undefined ? {} : { measures }),
        indicators: listOf(indicators, '/'),
      });
      await show(cli, id);
    });
}

function splitCommand(task: Command, cli: Cli): void {
  task
    .command('split <task>')
    .description('拆分任务（任务 id，或者 台账代码/序号）')
    .requiredOption('--parts <file>', 'JSON 文件：[{title, lead:[代码], support?, deadline?}]')
    .requiredOption('--document <text>', '批准文件')
    .action(async (name: string, flags: { parts: string; document: string }) => {
      const id = await idOf(cli, name);
      const parts = await partsOf(flags.parts);
      await (await cli.app()).get(SplitTaskService).split(id, parts, flags.document);
      await show(cli, id);
    });
}

function reassignCommand(task: Command, cli: Cli): void {
  task
    .command('reassign <task>')
    .description('改派')
    .requiredOption('--lead <codes>', '牵头单位代码，逗号分隔')
    .requiredOption('--reason <text>', '理由')
    .option('--support <codes>', '配合单位代码，逗号分隔')
    .option('--groups <codes>', '单位组代码，逗号分隔')
    .action(async (name: string, flags: PartyFlags & { reason: string }) => {
      const id = await idOf(cli, name);
      await (await cli.app()).get(AssignTaskService).reassign(id, partiesOf(flags), flags.reason);
      await show(cli, id);
    });
}

function endCommands(task: Command, cli: Cli): void {
  for (const [name, description] of [
    ['suspend', '中止'],
    ['cancel', '撤销'],
  ] as const) /* prettier-ignore */ {
    task
      .command(`${name} <task>`)
      .description(description)
      .requiredOption('--document <text>', '批准文件')
      .action(async (which: string, flags: { document: string }) => {
        const id = await idOf(cli, which);
        await (await cli.app()).get(EndTaskService)[name](id, flags.document);
        await show(cli, id);
      });
  }
  task
    .command('resume <task>')
    .description('恢复办理')
    .option('--reason <text>', '理由', '')
    .action(async (which: string, flags: { reason: string }) => {
      const id = await idOf(cli, which);
      await (await cli.app()).get(EndTaskService).resume(id, flags.reason);
      await show(cli, id);
    });
}

async function show(cli: Cli, id: string): Promise<void> {
  const task = await (await cli.app()).get(TaskQuery).show(id);
  cli.answer(task, () => `${task.number}\t${task.title}\t${task.stateLabel}\t${task.dueOn ?? '时限待定'}`);
}

async function idOf(cli: Cli, name: string): Promise<string> {
  return (await cli.app()).get(FindTasks).idOf(name);
}

async function partsOf(file: string): Promise<PartWish[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`读不到文件 ${file}。`);
  });
  const parts = parsed(text);
  const whole = Array.isArray(parts) && parts.every(isPart);
  if (!whole) throw new UsageError('拆分内容应为 JSON 数组，每项有 title 和 lead。');
  return parts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isPart(part: unknown): part is PartWish {
  const { title, lead } = (part ?? {}) as Partial<PartWish>;
  return typeof title === 'string' && Array.isArray(lead) && lead.every((code) => typeof code === 'string');
}

function partiesOf(flags: PartyFlags): { lead: string[]; support: string[]; groups: string[] } {
  return { lead: listOf(flags.lead), support: listOf(flags.support), groups: listOf(flags.groups) };
}

function listOf(text = '', separator = ','): string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
