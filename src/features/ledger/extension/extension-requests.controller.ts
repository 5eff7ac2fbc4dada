import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { DecideExtensionService } from './decide-extension.service.js';
import { ApproveExtensionRequest, ExtensionRequestBody } from './extension-requests.js';
import { ExtensionService } from './extension.service.js';
import type { TaskResponse } from '../tasks/present-task.js';
import { ReasonRequest } from '../requests.js';
import { TaskQuery } from '../tasks/task-query.js';

/** Requests for a later deadline, looked up through their task. */
@Controller('tasks/:id/extension-requests')
export class ExtensionRequestsController {
  constructor(
    private readonly query: TaskQuery,
    private readonly asking: ExtensionService,
    private readonly deciding: DecideExtensionService,
  ) {}

  /** 申请延期；If-Match 为任务的版本 */
  @Post()
  @Can('LIAISON', 'HEAD')
  async ask(
    @Param('id') id: string,
    @Body() body: ExtensionRequestBody,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.asking.ask(id, body, version);
    return this.query.show(id);
  }

  /** 批准延期，按顺序逐级签署；If-Match 为申请的版本 */
  @Post(':requestId/approve')
  @HttpCode(200)
  @Can('DIRECTOR', 'LEADER')
  async approve(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @Body() body: ApproveExtensionRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.deciding.approve(id, requestId, body, version);
    return this.query.show(id);
  }

  /** 不予批准；If-Match 为申请的版本 */
  @Post(':requestId/reject')
  @HttpCode(200)
  @Can('DIRECTOR', 'LEADER')
  async reject(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @Body() body: ReasonRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.deciding.reject(id, requestId, body.reason, version);
    return this.query.show(id);
  }

  /** 撤回申请；If-Match 为申请的版本 */
  @Post(':requestId/withdraw')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async withdraw(
    @Param('id') id: string,
    @Param('requestId') requestId: string,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.deciding.withdraw(id, requestId, version);
    return this.query.show(id);
  }
}
