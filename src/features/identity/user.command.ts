import { Option, type Command } from 'commander';
import { UsageError, type Cli } from '../../platform/cli/cli.js';
import { commandGroup } from '../../platform/cli/command-group.js';
import { AccountsService, type MadeAccount } from './accounts.service.js';
import { DUTIES, type Duty } from './account.store.js';
import { GrantsService } from './grants.service.js';

interface AddOptions {
  username: string;
  name: string;
  duty?: Duty;
  post?: string;
}

/** Commands of accounts, for whoever runs the machine: also the way back in when every administrator has lost his password. */
export function userCommands(program: Command, cli: Cli): void {
  const users = commandGroup(program, 'user', '账号');
  users
    .command('add')
    .description('新建账号，打印首次口令（本人首次登录须修改）')
    .requiredOption('--username <username>', '用户名')
    .requiredOption('--name <name>', '姓名')
    .addOption(new Option('--duty <duty>', '管理员职责').choices(DUTIES))
    .option('--post <post>', '授权的岗位代码')
    .action((options: AddOptions) => add(cli, options));
  users
    .command('reset')
    .description('重置口令并解除锁定，打印新的首次口令')
    .requiredOption('--username <username>', '用户名')
    .action(({ username }: { username: string }) => reset(cli, username));
}

async function add(cli: Cli, { post, ...wish }: AddOptions): Promise<void> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/.test(wish.username)) {
    throw new UsageError('--username 应为 2 至 40 个字母、数字或 . _ -，以字母或数字开头。');
  }
  const app = await cli.app();
  const made = await app.get(AccountsService).create(wish);
  if (post !== undefined) await app.get(GrantsService).grant(made.account.id, post);
  answer(cli, made);
}

async function reset(cli: Cli, username: string): Promise<void> {
  const accounts = (await cli.app()).get(AccountsService);
  const { id, version } = await accounts.byUsername(username);
  answer(cli, await accounts.resetPassword(id, version));
}

function answer(cli: Cli, { account, firstPassword }: MadeAccount): void {
  const { username, name } = account;
  cli.answer(
    { ok: true, username, name, firstPassword },
    () => `${username}（${name}）首次口令：${firstPassword}`,
  );
}
