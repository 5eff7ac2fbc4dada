import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { RequestPageView } from './present-requests.js';
import { RequestListQuery } from './request-list-requests.js';
import { RequestListService } from './request-list.service.js';

/** 延期、办结申请 */
@ApiTags('延期和办结')
@Controller('requests')
export class RequestListController {
  constructor(private readonly requests: RequestListService) {}

  /** 列出延期和办结申请；单位只见本单位参与的任务的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() query: RequestListQuery): Promise<RequestPageView> {
    return this.requests.page(query);
  }
}
