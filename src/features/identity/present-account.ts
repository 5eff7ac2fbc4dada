import type { AccountRecord, Duty } from './account.store.js';
import type { Role } from '../../platform/auth/actor.js';
import type { GrantRow, OpenTerm } from './grant.store.js';
import { roleLabel, type SessionDepartmentResponse } from './present-session.js';

/** Departments by id, as they are named. */
export type DepartmentNames = ReadonlyMap<string, SessionDepartmentResponse>;

/** A post given to an account. */
export class GrantResponse {
  id!: string;
  post!: string;
  /** 岗位名称 */
  roleLabel!: string;
  department!: SessionDepartmentResponse | null;
  holder!: string;
  from!: string;
  to!: string | null;
}

/** An account as an administrator sees it. */
export class AccountResponse {
  id!: string;
  username!: string;
  name!: string;
  duty!: Duty | null;
  dutyLabel!: string | null;
  state!: 'ACTIVE' | 'DISABLED';
  stateLabel!: string;
  stateReason!: string;
  /** 口令待本人修改 */
  mustChange!: boolean;
  /** 已绑定动态口令 */
  secondFactor!: boolean;
  isDemonstration!: boolean;
  createdAt!: number;
  lastSignInAt!: number | null;
  /** 上次成功登录以后失败的登录次数 */
  failedSince!: number;
  grants!: GrantResponse[];
  version!: number;
}

export class AccountPageResponse {
  items!: AccountResponse[];
  next!: string | null;
}

/** An account together with a password that is shown this once. */
export class MadeAccountResponse {
  account!: AccountResponse;
  /** 首次口令，只显示一次 */
  firstPassword!: string;
}

export class BootstrapResponse {
  administrators!: MadeAccountResponse[];
}

/** A term that nobody can sign in for yet. */
export class OpenTermResponse {
  post!: string;
  roleLabel!: string;
  department!: SessionDepartmentResponse | null;
  holder!: string;
  from!: string;
  to!: string | null;
}

export class OpenTermListResponse {
  items!: OpenTermResponse[];
}

/** What is shown of an account beside its own row. */
export interface BesideAccount {
  grants: readonly GrantRow[];
  names: DepartmentNames;
  secondFactor: boolean;
}

export function presentAccount(
  account: AccountRecord,
  { grants, names, secondFactor }: BesideAccount,
): AccountResponse {
  const { id, username, name, duty, stateReason, createdAt, lastSignInAt, failedSince, version } = account;
  const state = account.state as AccountResponse['state'];
  return {
    id,
    username,
    name,
    duty,
    dutyLabel: duty === null ? null : roleLabel(duty),
    state,
    stateLabel: state === 'ACTIVE' ? '正常' : '已停用',
    stateReason,
    secondFactor,
    mustChange: account.mustChange === 1,
    isDemonstration: account.isDemonstration === 1,
    createdAt,
    lastSignInAt,
    failedSince,
    grants: grants.map((grant) => ({ id: grant.id, ...presentTerm(grant, names) })),
    version,
  };
}

export function presentTerm(term: OpenTerm | GrantRow, names: DepartmentNames): OpenTermResponse {
  const { postCode, departmentId, holder, fromDay, toDay } = term;
  return {
    post: postCode,
    roleLabel: roleLabel(term.kind as Role),
    department: names.get(departmentId) ?? null,
    holder,
    from: fromDay,
    to: toDay,
  };
}
