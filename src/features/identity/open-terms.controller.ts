import { Controller, Get } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { GrantsService } from './grants.service.js';
import { OpenTermListResponse, presentTerm } from './present-account.js';

/** Posts that wait for an account. */
@Controller('open-terms')
export class OpenTermsController {
  constructor(private readonly grants: GrantsService) {}

  /** 列出今日和今后在任、尚无账号可登录的岗位 */
  @Get()
  @Can('SYSADMIN', 'SECADMIN')
  async list(): Promise<OpenTermListResponse> {
    const names = await this.grants.departmentNames();
    return { items: (await this.grants.openTerms()).map((term) => presentTerm(term, names)) };
  }
}
