import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CloseOutQuery } from './close-out-query.js';
import { CloseOutService } from './close-out.service.js';
import type { CloseOutPageResponse, CloseOutResponse } from './present-close-out.js';
import { CloseOutBody, ReturnRequest } from './requests.js';
import { ReviewCloseOutService } from './review-close-out.service.js';

/** Requests to close a task, looked up through it. */
@Controller('tasks/:taskId/close-out-requests')
export class CloseOutRequestsController {
  constructor(
    private readonly query: CloseOutQuery,
    private readonly asking: CloseOutService,
    private readonly reviewing: ReviewCloseOutService,
  ) {}

  /** 列出任务的办结申请，先后为序 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Param('taskId') taskId: string): Promise<CloseOutPageResponse> {
    return this.query.all(taskId);
  }

  /** 查看一份办结申请 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('taskId') taskId: string, @Param('id') id: string): Promise<CloseOutResponse> {
    return this.query.one(taskId, id);
  }

  /** 申请办结 */
  @Post()
  @Can('LIAISON', 'HEAD')
  async request(@Param('taskId') taskId: string, @Body() body: CloseOutBody): Promise<CloseOutResponse> {
    return this.query.one(taskId, await this.asking.request(taskId, body));
  }

  /** 审核通过 */
  @Post(':id/verify')
  @HttpCode(200)
  @Can('CLERK')
  async verify(
    @Param('taskId') taskId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<CloseOutResponse> {
    await this.reviewing.verify(taskId, id, version);
    return this.query.one(taskId, id);
  }

  /** 批准销号 */
  @Post(':id/approve')
  @HttpCode(200)
  @Can('DIRECTOR')
  async approve(
    @Param('taskId') taskId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<CloseOutResponse> {
    await this.reviewing.approve(taskId, id, version);
    return this.query.one(taskId, id);
  }

  /** 退回重办，写明理由 */
  @Post(':id/return')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async returnForRework(
    @Param('taskId') taskId: string,
    @Param('id') id: string,
    @Body() body: ReturnRequest,
    @IfMatch() version: number,
  ): Promise<CloseOutResponse> {
    await this.reviewing.returnForRework(taskId, id, body.reason, version);
    return this.query.one(taskId, id);
  }

  /** 撤回申请 */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async withdraw(
    @Param('taskId') taskId: string,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<CloseOutResponse> {
    await this.asking.withdraw(taskId, id, version);
    return this.query.one(taskId, id);
  }
}
