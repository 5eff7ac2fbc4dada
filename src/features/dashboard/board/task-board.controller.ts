import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { BoardQuery } from './board-query.js';
import { dispositionOf } from '../../../platform/http/content-disposition.js';
import { WORKBOOK_TYPE } from '../../../platform/office/write-workbook.js';
import { ExportBoardService } from './export-board.service.js';
import { BoardExportRequest, BoardFilterRequest, BoardPageRequest } from './board-requests.js';
import type { TaskBoardFacets, TaskBoardPage } from './present-board.js';

/** 重点任务台账 */
@ApiTags('重点任务台账')
@Controller('task-board')
export class TaskBoardController {
  constructor(
    private readonly query: BoardQuery,
    private readonly exporting: ExportBoardService,
  ) {}

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

  /** 导出为 Excel 工作簿，条件与列表相同；进度见 x-progress-id */
  @Get('export')
  @ApiOkResponse({
    description: '工作簿',
    content: { [WORKBOOK_TYPE]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async export(@Query() query: BoardExportRequest): Promise<StreamableFile> {
    const { name, bytes } = await this.exporting.export(query);
    return new StreamableFile(bytes, { type: WORKBOOK_TYPE, disposition: dispositionOf(name, false) });
  }
}
