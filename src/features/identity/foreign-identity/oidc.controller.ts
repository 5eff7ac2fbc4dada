import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../../platform/auth/can.js';
import { OidcDesk } from './oidc-desk.js';

/** Signing in by another service; opened by the browser itself, so it answers with pages. */
@Controller('session/oidc')
export class OidcController {
  constructor(private readonly desk: OidcDesk) {}

  /** 转到统一身份认证登录 */
  @Get('start')
  @ApiProduces('text/html')
  @Can('ANYONE')
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.desk.begin(request, reply);
  }

  /** 从统一身份认证返回，建立会话 */
  @Get('callback')
  @ApiProduces('text/html')
  @Can('ANYONE')
  async callback(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.desk.finish(request, reply);
  }
}
