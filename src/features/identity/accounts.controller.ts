import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { OutsideUnit } from '../../platform/http/outside-unit.js';
import { AccountsService, type MadeAccount } from './accounts.service.js';
import type { AccountRecord } from './account.store.js';
import { AccountView } from './account-view.service.js';
import { GrantsService } from './grants.service.js';
import { AccountPageResponse, AccountResponse, MadeAccountResponse } from './present-account.js';
import { AccountListQuery, AccountReasonRequest, CreateAccountRequest, GrantRequest } from './requests.js';

/** Accounts: the system administrator keeps them, the security administrator gives them posts. */
@OutsideUnit()
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
    private readonly view: AccountView,
  ) {}

  /** 列出账号及其岗位授权，按用户名排序 */
  @Get()
  @Can('SYSADMIN', 'SECADMIN', 'AUDITOR')
  async list(@Query() { q, after, limit }: AccountListQuery): Promise<AccountPageResponse> {
    const from = after === undefined ? '' : String(decodeCursor(after, 1)[0]);
    const records = await this.accounts.page(q ?? null, from, limit + 1);
    return pageOf(records, limit, await this.view.presenter(records), ({ username }) => [username]);
  }

  /** 新建账号；首次口令只显示这一次，本人首次登录须修改 */
  @Post()
  @Can('SYSADMIN')
  async create(@Body() body: CreateAccountRequest): Promise<MadeAccountResponse> {
    return this.made(await this.accounts.create(body));
  }

  /** 查看一个账号 */
  @Get(':id')
  @Can('SYSADMIN', 'SECADMIN', 'AUDITOR')
  async get(@Param('id') id: string): Promise<AccountResponse> {
    return this.shown(await this.accounts.one(id));
  }

  /** 重置口令：本人已登录的会话全部失效，新的首次口令只显示这一次 */
  @Post(':id/reset-password')
  @HttpCode(200)
  @Can('SYSADMIN')
  async resetPassword(@Param('id') id: string, @IfMatch() version: number): Promise<MadeAccountResponse> {
    return this.made(await this.accounts.resetPassword(id, version));
  }

  /** 解除因登录失败造成的锁定 */
  @Post(':id/unlock')
  @HttpCode(200)
  @Can('SYSADMIN')
  async unlock(@Param('id') id: string): Promise<AccountResponse> {
    return this.shown(await this.accounts.unlock(id));
  }

  /** 停用账号，已登录的会话立即失效 */
  @Post(':id/disable')
  @HttpCode(200)
  @Can('SYSADMIN')
  async disable(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: AccountReasonRequest,
  ): Promise<AccountResponse> {
    return this.shown(await this.accounts.disable(id, version, reason));
  }

  /** 恢复停用的账号 */
  @Post(':id/enable')
  @HttpCode(200)
  @Can('SYSADMIN')
  async enable(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: AccountReasonRequest,
  ): Promise<AccountResponse> {
    return this.shown(await this.accounts.enable(id, version, reason));
  }

  /** 把岗位的本任期授权给账号；任期届满自动失效 */
  @Post(':id/grants')
  @HttpCode(200)
  @Can('SECADMIN')
  async grant(@Param('id') id: string, @Body() { post }: GrantRequest): Promise<AccountResponse> {
    await this.grants.grant(id, post);
    return this.shown(await this.accounts.one(id));
  }

  /** 收回岗位授权，立即生效 */
  @Post(':id/grants/:grantId/revoke')
  @HttpCode(200)
  @Can('SECADMIN')
  async revoke(@Param('id') id: string, @Param('grantId') grantId: string): Promise<AccountResponse> {
    await this.grants.revoke(id, grantId);
    return this.shown(await this.accounts.one(id));
  }

  private async shown(account: AccountRecord): Promise<AccountResponse> {
    return this.view.of(account);
  }

  private async made({ account, firstPassword }: MadeAccount): Promise<MadeAccountResponse> {
    return { account: await this.shown(account), firstPassword };
  }
}
