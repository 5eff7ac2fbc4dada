import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { BoardQuery } from './board-query.js';
import { BoardFilterRequest, BoardPageRequest } from './board-requests.js';
import type { TaskBoardFacets, TaskBoardPage } from './present-board.js';

/** 重点任务台账 */
@ApiTags('重点任务台账')
@Controller('task-board')
export class TaskBoardController {
  constructor(private readonly query: BoardQuery) {}

  /** 列出任务及其今日的灯；联络员和部门负责人只见本单位参与的任务和本单位的灯 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() query: BoardPageRequest): Promise<TaskBoardPage> {
    return this.query.page(query);
  }

  /** 筛选栏各值的任务数 */
  @Get('facets')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async facets(@Query() query: BoardFilterRequest): Promise<TaskBoardFacets> {
    return this.query.facets(query);
  }
}
