import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import type { TaskResponse } from './present-task.js';
import { CompletePartRequest, DepartmentRequest, ObjectionRequest } from '../requests.js';
import { TakeUpTaskService } from './take-up-task.service.js';
import { TaskQuery } from './task-query.js';

/** What a department does with its part of a task; If-Match is the version of that part. */
@Controller('tasks/:id')
export class TaskPartsController {
  constructor(
    private readonly query: TaskQuery,
    private readonly taking: TakeUpTaskService,
  ) {}

  /** 签收；If-Match 为本单位分工的版本 */
  @Post('sign')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async sign(
    @Param('id') id: string,
    @Body() body: DepartmentRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.taking.sign(id, await this.query.departmentId(body.department), version);
    return this.query.show(id);
  }

  /** 提出异议；If-Match 为本单位分工的版本 */
  @Post('object')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async object(
    @Param('id') id: string,
    @Body() body: ObjectionRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.taking.object(id, await this.query.departmentId(body.department), body.reason, version);
    return this.query.show(id);
  }

  /** 本单位承担的工作确认完成；If-Match 为本单位分工的版本 */
  @Post('complete-part')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async complete(
    @Param('id') id: string,
    @Body() body: CompletePartRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.taking.complete(id, await this.query.departmentId(body.department), body.statement, version);
    return this.query.show(id);
  }

  /** 维持分工；采纳异议的办理改派。If-Match 为任务的版本 */
  @Post('decide-objection')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async decideObjection(
    @Param('id') id: string,
    @Body() body: ObjectionRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.taking.uphold(id, await this.query.departmentId(body.department), body.reason, version);
    return this.query.show(id);
  }
}
