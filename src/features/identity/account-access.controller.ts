import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { AccountAccessService } from './account-access.service.js';
import { EndedSessionsResponse } from './present-session.js';

/** How somebody gets in, besides his password. */
@Controller('accounts/:id')
export class AccountAccessController {
  constructor(private readonly access: AccountAccessService) {}

  /** 解除账号绑定的动态口令（本人手机丢失等）；已登录的会话全部失效 */
  @Post('second-factor/reset')
  @HttpCode(204)
  @Can('SYSADMIN')
  async resetSecondFactor(@Param('id') id: string): Promise<void> {
    await this.access.resetSecondFactor(id);
  }

  /** 解除账号与统一身份认证中某人的关联，下次从那里登录时重新关联；已登录的会话全部失效 */
  @Post('foreign-identity/reset')
  @HttpCode(204)
  @Can('SYSADMIN')
  async untie(@Param('id') id: string): Promise<void> {
    await this.access.untie(id);
  }

  /** 强制退出：账号已登录的会话全部失效 */
  @Post('end-sessions')
  @HttpCode(200)
  @Can('SYSADMIN')
  async endSessions(@Param('id') id: string): Promise<EndedSessionsResponse> {
    return { ended: await this.access.endSessions(id) };
  }
}
