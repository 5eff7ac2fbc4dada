import { Body, Controller, Post } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { OutsideUnit } from '../../platform/http/outside-unit.js';
import { BootstrapService } from './bootstrap.service.js';
import { BootstrapResponse, presentAccount } from './present-account.js';
import { BootstrapRequest } from './requests.js';

/** The first start. */
@OutsideUnit()
@Controller('bootstrap')
export class BootstrapController {
  constructor(private readonly bootstrap: BootstrapService) {}

  /** 首次启用：凭服务器终端显示的口令，设立系统管理员、安全管理员、审计管理员 */
  @Post()
  @Can('ANYONE')
  async begin(@Body() body: BootstrapRequest): Promise<BootstrapResponse> {
    const made = await this.bootstrap.begin(body.secret, body.administrators);
    return {
      administrators: made.map(({ account, firstPassword }) => ({
        account: presentAccount(account, { grants: [], names: new Map(), secondFactor: false }),
        firstPassword,
      })),
    };
  }
}
