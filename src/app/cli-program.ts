import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommanderError } from 'commander';
import { calendarCommands } from '../features/calendar/calendar.command.js';
import { dispatchCommands } from '../features/dispatch/dispatch.command.js';
import { userCommands } from '../features/identity/user.command.js';
import { ledgerCommands } from '../features/ledger/ledger.command.js';
import { rateCommands } from '../features/litigation/rate.command.js';
import { organizationCommands } from '../features/organization/organization.command.js';
import { figuresCommands } from '../features/papers/figures/figures.command.js';
import { papersCommands } from '../features/papers/papers.command.js';
import { DomainError } from '../domain/refusal.js';
import { actAs } from '../platform/auth/actor-context.js';
import { ActorDirectory } from '../platform/auth/actor-directory.js';
import { systemActor, type Actor } from '../platform/auth/actor.js';
import { failureOf, UsageError, type Cli } from '../platform/cli/cli.js';
import { SettingsError } from '../platform/config/load-settings.js';
import { unhurried } from '../platform/database/haste.js';
import { newId } from '../platform/database/id.js';
import { backupCommands } from './backup-commands.js';
import { commandSettings } from './command-settings.js';
import { demoCommand } from './demo.command.js';
import { operatingCommands } from './operating-commands.js';
import { startContext } from './start-context.js';

/** Every group of commands; a feature adds its function here. */
const COMMANDS: readonly ((program: Command, cli: Cli) => void)[] = [
  operatingCommands,
  backupCommands,
  organizationCommands,
  userCommands,
  calendarCommands,
  ledgerCommands,
  rateCommands,
  dispatchCommands,
  papersCommands,
  figuresCommands,
  demoCommand,
];

/** Runs one command line (without node and file); gives the exit status and has printed everything. */
export async function runCli(words: readonly string[]): Promise<number> {
  const program = programWithGlobals();
  const actor = systemActor('cli', newId());
  const surroundings = new Surroundings(program, actor);
  for (const add of COMMANDS) add(program, surroundings);
  try {
    await unhurried(() => actAs(actor, () => program.parseAsync([...words], { from: 'user' })));
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = failureOf(asUsage(error));
    process.stderr.write(`${JSON.stringify(failure.document)}\n`);
    return failure.exit;
  } finally {
    await surroundings.close();
  }
}

function programWithGlobals(): Command {
  return new Command('diaodu')
    .description('法治调度')
    .option('--json', '只在标准输出打印一个 JSON 文档')
    .option('--as <post>', '以该岗位名义办理（岗位代码）；不填为系统')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
}

/** Commander's complaints and wrong settings are wrong use: exit 2. */
function asUsage(error: unknown): unknown {
  if (error instanceof CommanderError && error.code === 'commander.help') {
    return new UsageError('缺少命令。用 --help 查看有哪些命令。');
  }
  if (error instanceof CommanderError) {
    return new UsageError(`命令用法有误：${error.message.replace(/^error: /, '')}。用 --help 查看用法。`);
  }
  return error instanceof SettingsError ? new UsageError(error.message) : error;
}

/** What commands are given; starts the program's parts only when one asks for them. */
class Surroundings implements Cli {
  private context: Promise<INestApplicationContext> | null = null;

  constructor(
    private readonly program: Command,
    private readonly actor: Actor,
  ) {}

  get json(): boolean {
    return this.program.opts<{ json?: true }>().json === true;
  }

  app(): Promise<INestApplicationContext> {
    this.context ??= this.start();
    return this.context;
  }

  answer(json: unknown, text: () => string): void {
    process.stdout.write(`${this.json ? JSON.stringify(json) : text()}\n`);
  }

  say(line: string): void {
    if (!this.json) process.stderr.write(`${line}\n`);
  }

  async close(): Promise<void> {
    // A start that failed has already been reported by the command.
    const context = await this.context?.catch(() => null);
    await context?.close();
  }

  private async start(): Promise<INestApplicationContext> {
    const context = await startContext(commandSettings());
    try {
      await this.takePost(context);
    } catch (error) {
      await context.close();
      throw error;
    }
    return context;
  }

  /** The actor object is filled in place: the command already runs in its name before the posts can be read. */
  private async takePost(context: INestApplicationContext): Promise<void> {
    const { as: post } = this.program.opts<{ as?: string }>();
    if (post === undefined) return;
    const known = await context.get(ActorDirectory).actorOf(post);
    if (!known) throw new DomainError('FORBIDDEN', 'ACTOR_UNKNOWN', `岗位“${post}”不存在或者今日不在任。`);
    Object.assign(this.actor, known);
  }
}
