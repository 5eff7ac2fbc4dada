import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CreateTaskService } from './create-task.service.js';
import { FinishMilestoneService } from './finish-milestone.service.js';
import { MilestoneDoneRequest } from './party-requests.js';
import type { TaskPageResponse, TaskResponse } from './present-task.js';
import { CreateTaskRequest, TasksQuery } from '../requests.js';
import { TaskQuery } from './task-query.js';

@Controller('tasks')
export class TasksController {
  constructor(
    private readonly query: TaskQuery,
    private readonly creating: CreateTaskService,
    private readonly finishing: FinishMilestoneService,
  ) {}

  /** 列出任务；联络员和部门负责人只见本单位参与的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() query: TasksQuery): Promise<TaskPageResponse> {
    return this.query.page(query);
  }

  /** 查看一项任务及其分工、节点、时限沿革和延期申请 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<TaskResponse> {
    return this.query.show(id);
  }

  /** 新增一项任务 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async create(@Body() body: CreateTaskRequest): Promise<TaskResponse> {
    const { ledger, ...wish } = body;
    return this.query.show(await this.creating.create(ledger, wish));
  }

  /** 确认节点或者周期任务完成；If-Match 为该节点的版本 */
  @Post(':id/milestones/:milestoneId/done')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async milestoneDone(
    @Param('id') id: string,
    @Param('milestoneId') milestoneId: string,
    @Body() body: MilestoneDoneRequest,
    @IfMatch() version: number,
  ): Promise<TaskResponse> {
    await this.finishing.done(id, milestoneId, { doneOn: body.doneOn ?? null, proof: body.proof }, version);
    return this.query.show(id);
  }
}
