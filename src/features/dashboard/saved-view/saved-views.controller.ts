import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { presentView, type SavedViewResponse, type SavedViewsResponse } from './present-saved-view.js';
import { SavedViewRequest } from './saved-view-requests.js';
import { SavedViewService } from './saved-view.service.js';

/** 任务列表的视图 */
@ApiTags('重点任务台账')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewService) {}

  /** 本岗位保存的视图 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(): Promise<SavedViewsResponse> {
    return { items: (await this.views.own()).map(presentView) };
  }

  /** 保存一个视图 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async save(@Body() body: SavedViewRequest): Promise<SavedViewResponse> {
    return presentView(await this.views.save(body));
  }

  /** 更新一个视图 */
  @Put(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async change(
    @Param('id') id: string,
    @Body() body: SavedViewRequest,
    @IfMatch() version: number,
  ): Promise<SavedViewResponse> {
    return presentView(await this.views.change(id, body, version));
  }

  /** 删除一个视图 */
  @Delete(':id')
  @HttpCode(204)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async remove(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    await this.views.remove(id, version);
  }
}
