import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AssignTaskService } from './assign-task.service.js';
import { EndTaskService } from './end-task.service.js';
import { RegisterRequest } from './party-requests.js';
import type { SplitTaskResponse, TaskResponse } from './present-task.js';
import { RegisterTaskService } from './register-task.service.js';
import {
  ApprovalRequest,
  ReassignRequest,
  ReasonRequest,
  SplitRequest,
  SupportListRequest,
} from '../requests.js';
import { SplitTaskService } from './split-task.service.js';
import { TaskQuery } from './task-query.js';

/** What the office does with a task. */
@Controller('tasks/:id')
export class TaskDeedsController {
  constructor(
    private readonly query: TaskQuery,
    private readonly registering: RegisterTaskService,
    private readonly assigning: AssignTaskService,
    private readonly splitting: SplitTaskService,
    private readonly ending: EndTaskService,
  ) {}

  /** 核定立项，可同时更正内容 */
  @Post('register')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async register(
    @Param('id') id: string,
    @Body() body: RegisterRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.registering.register(id, body, version);
    return this.query.show(id);
  }

  /** 改派 */
  @Post('reassign')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async reassign(
    @Param('id') id: string,
    @Body() body: ReassignRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    const { lead, support = [], groups = [], reason } = body;
    await this.assigning.reassign(id, { lead, support, groups }, reason, version);
    return this.query.show(id);
  }

  /** 补充“等、有关部门”的配合单位名单 */
  @Post('complete-list')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async completeList(
    @Param('id') id: string,
    @Body() body: SupportListRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.assigning.completeList(id, body.support, version);
    return this.query.show(id);
  }

  /** 拆分，返回原任务；拆出的任务序号为原序号加 .1、.2 */
  @Post('split')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async split(
    @Param('id') id: string,
    @Body() body: SplitRequest,
    @IfMatch() version: number,
  ): Promise<SplitTaskResponse> {
    const partIds = await this.splitting.split(id, body.parts, body.approvalDocument, version);
    return { ...(await this.query.show(id)), partIds };
  }

  /** 中止 */
  @Post('suspend')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async suspend(
    @Param('id') id: string,
    @Body() body: ApprovalRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.ending.suspend(id, body.approvalDocument, version);
    return this.query.show(id);
  }

  /** 恢复办理 */
  @Post('resume')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async resume(
    @Param('id') id: string,
    @Body() body: ReasonRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.ending.resume(id, body.reason, version);
    return this.query.show(id);
  }

  /** 撤销 */
  @Post('cancel')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async cancel(
    @Param('id') id: string,
    @Body() body: ApprovalRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.ending.cancel(id, body.approvalDocument, version);
    return this.query.show(id);
  }
}
