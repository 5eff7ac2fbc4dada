import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../../platform/auth/can.js';
import { CurrentSession } from '../../../platform/auth/current-session.js';
import type { OpenSession } from '../../../platform/auth/session-gate.js';
import { OutsideUnit } from '../../../platform/http/outside-unit.js';
import { SessionResponse } from '../present-session.js';
import { OwnSecondFactorService } from './own-second-factor.service.js';
import {
  BoundSecondFactorResponse,
  NewAuthenticatorResponse,
  SecondFactorResponse,
} from './present-second-factor.js';
import { SecondFactorCodeRequest } from './requests.js';

/** One's own second factor. */
@OutsideUnit()
@Controller('session/second-factor')
export class SecondFactorController {
  constructor(private readonly own: OwnSecondFactorService) {}

  /** 本人的动态口令：是否绑定、是否必须绑定 */
  @Get()
  @Can('SIGNED_IN')
  async show(@CurrentSession() session: OpenSession): Promise<SecondFactorResponse> {
    return this.own.show(session);
  }

  /** 开始绑定动态口令：密钥只显示这一次，凭首个动态口令确认后生效 */
  @Post()
  @Can('SIGNED_IN')
  async begin(@CurrentSession() session: OpenSession): Promise<NewAuthenticatorResponse> {
    return this.own.begin(session);
  }

  /** 以身份验证器上的数字确认绑定；备用码只显示这一次 */
  @Post('confirm')
  @HttpCode(200)
  @Can('SIGNED_IN')
  async confirm(
    @CurrentSession() session: OpenSession,
    @Body() { code }: SecondFactorCodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoundSecondFactorResponse> {
    return this.own.confirm(session, code, request, reply);
  }

  /** 凭动态口令或者备用码解除绑定 */
  @Post('unbind')
  @HttpCode(200)
  @Can('SIGNED_IN')
  async unbind(
    @CurrentSession() session: OpenSession,
    @Body() { code }: SecondFactorCodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.own.unbind(session, code, request, reply);
  }
}
