import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../platform/auth/can.js';
import { CurrentSession } from '../../platform/auth/current-session.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { OutsideUnit } from '../../platform/http/outside-unit.js';
import { OwnSessionService } from './own-session.service.js';
import { SessionResponse, SignInOptionsResponse } from './present-session.js';
import { ChangePasswordRequest, ChoosePostRequest, SignInRequest } from './requests.js';

/** One's own session. */
@OutsideUnit()
@Controller('session')
export class SessionController {
  constructor(private readonly own: OwnSessionService) {}

  /** 登录页须知：是否待首次启用、可用的登录方式 */
  @Get('options')
  @Can('ANYONE')
  async options(): Promise<SignInOptionsResponse> {
    return this.own.options();
  }

  /** 登录；会话凭 cookie 识别，闲置或者超过最长时限后失效 */
  @Post()
  @Can('ANYONE')
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.own.signIn(body, request, reply);
  }

  /** 本人的会话：岗位、须知、口令要求 */
  @Get()
  @Can('SIGNED_IN')
  async show(@CurrentSession() session: OpenSession): Promise<SessionResponse> {
    return this.own.show(session);
  }

  /** 退出登录 */
  @Delete()
  @HttpCode(204)
  @Can('SIGNED_IN')
  async signOut(
    @CurrentSession() session: OpenSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.signOut(session, reply);
  }

  /** 切换到本人的另一个岗位 */
  @Post('post')
  @HttpCode(200)
  @Can('SIGNED_IN')
  async choosePost(
    @CurrentSession() session: OpenSession,
    @Body() body: ChoosePostRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.own.choosePost(session, body.post, request, reply);
  }

  /** 修改本人口令；本人在其他地方的登录随之失效 */
  @Put('password')
  @Can('SIGNED_IN')
  async changePassword(
    @CurrentSession() session: OpenSession,
    @Body() body: ChangePasswordRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.own.changePassword(session, body, request, reply);
  }
}
