import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountsService, MadeAccount, NewAccount } from '../../features/identity/accounts.service.js';
import type { BootstrapService } from '../../features/identity/bootstrap.service.js';
import type { GrantsService } from '../../features/identity/grants.service.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { writeWholeFile } from '../../platform/files/write-whole-file.js';
import type { DemoActors } from './demo-actors.js';

/** Somebody who can sign in to the demonstration. */
export interface DemoUser {
  username: string;
  password: string;
  name: string;
  /** What he is, in words. */
  duty: string;
}

/** The services that make accounts. */
export interface AccountServices {
  accounts: AccountsService;
  grants: GrantsService;
  bootstrap: BootstrapService;
}

const FILE = 'demo-accounts.csv';
const HEAD = '用户名,口令,姓名,身份';
const ADMINISTRATORS: readonly (NewAccount & { label: string })[] = [
  { username: 'sysadmin', name: '演示系统管理员', duty: 'SYSADMIN', label: '系统管理员' },
  { username: 'secadmin', name: '演示安全管理员', duty: 'SECADMIN', label: '安全管理员' },
  { username: 'auditor', name: '演示审计管理员', duty: 'AUDITOR', label: '审计管理员' },
];
const KINDS: Readonly<Record<string, string>> = {
  CLERK: '依法治区办工作人员',
  DIRECTOR: '依法治区办负责人',
  LEADER: '区领导',
  LIAISON: '联络员',
  HEAD: '部门负责人',
};

/** Accounts of the demonstration: one for each post that is held, with random passwords that stand in a file of the out folder. */
export class DemoAccounts {
  constructor(
    private readonly actors: DemoActors,
    private readonly services: AccountServices,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Makes the accounts once. The file is written before they are: killed in between, the next run makes both anew, and
   * no account is ever left whose password nobody knows. Gives the users, null when the file of an earlier run is gone.
   */
  async make(folder: string): Promise<{ file: string; users: DemoUser[] | null }> {
    const file = join(folder, FILE);
    if (!(await this.services.bootstrap.isOpen())) return { file, users: await readUsers(file) };
    const terms = await this.services.grants.openTerms();
    const wishes = [
      ...ADMINISTRATORS.map(({ label, ...wish }) => ({ wish, duty: label, post: null })),
      ...terms.map(({ postCode, holder, kind }) => ({
        wish: { username: postCode.toLowerCase(), name: holder },
        duty: `${KINDS[kind] ?? kind}（${postCode}）`,
        post: postCode,
      })),
    ];
    const passwords = await this.services.accounts.prepare(wishes.length);
    const users = wishes.map(({ wish, duty }, place) => ({
      username: wish.username,
      name: wish.name,
      duty,
      password: passwords[place]?.plain ?? '',
    }));
    await writeWholeFile(file, Buffer.from(`\uFEFF${[HEAD, ...users.map(lineOf)].join('\r\n')}\r\n`), 0o600);
    await this.actors.asSystem(() =>
      this.unitOfWork.run(async () => {
        for (const [place, { wish, post }] of wishes.entries()) {
          const made = await this.services.accounts.make(
            { ...wish, isDemonstration: true },
            passwords[place] as (typeof passwords)[number],
          );
          if (post !== null) await this.give(made, post);
        }
      }),
    );
    return { file, users };
  }

  private async give({ account }: MadeAccount, post: string): Promise<void> {
    await this.services.grants.grant(account.id, post);
  }
}

/** Those whom the terminal names: the office, the leader, one department, and the three administrators. */
export function usersToShow(users: readonly DemoUser[]): DemoUser[] {
  const wanted = ['yfb-clerk', 'yfb-director', 'qld-leader', 'sfj-liaison', 'sfj-head', 'jyj-liaison'];
  const names = [...wanted, ...ADMINISTRATORS.map(({ username }) => username)];
  return names.flatMap((name) => users.find(({ username }) => username === name) ?? []);
}

async function readUsers(file: string): Promise<DemoUser[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  return lines.slice(1).map((line) => {
    const [username = '', password = '', name = '', duty = ''] = line.split(',');
    return { username, password, name, duty };
  });
}

function lineOf({ username, password, name, duty }: DemoUser): string {
  return [username, password, name, duty].join(',');
}
