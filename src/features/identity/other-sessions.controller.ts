import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { CurrentSession } from '../../platform/auth/current-session.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { OtherSessionsService } from './other-sessions.service.js';
import { OtherSessionListResponse, presentOtherSession } from './present-session.js';

/** One's sessions elsewhere. */
@Controller('session/others')
export class OtherSessionsController {
  constructor(private readonly others: OtherSessionsService) {}

  /** 本人在其他地方的登录 */
  @Get()
  @Can('SIGNED_IN')
  async list(@CurrentSession() session: OpenSession): Promise<OtherSessionListResponse> {
    return { items: (await this.others.list(session)).map(presentOtherSession) };
  }

  /** 退出本人在其他地方的一个登录 */
  @Delete(':id')
  @HttpCode(204)
  @Can('SIGNED_IN')
  async end(@CurrentSession() session: OpenSession, @Param('id') id: string): Promise<void> {
    await this.others.end(session, id);
  }
}
