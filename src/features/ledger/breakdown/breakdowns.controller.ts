import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { ReasonRequest } from '../requests.js';
import { BreakDownService } from './break-down.service.js';
import { BreakdownQuery } from './breakdown-query.js';
import { AssignReceivedRequest, BreakDownRequest, BreakdownsQuery } from './breakdown-requests.js';
import type {
  BreakdownPageResponse,
  BreakdownResponse,
  BreakdownsMadeResponse,
  ReceiversResponse,
} from './present-breakdown.js';
import { ReceiveTaskService } from './receive-task.service.js';

/** 任务的分解下达和接收 */
@ApiTags('分解下达')
@Controller('task-breakdowns')
export class BreakdownsController {
  constructor(
    private readonly query: BreakdownQuery,
    private readonly breaking: BreakDownService,
    private readonly receiving: ReceiveTaskService,
  ) {}

  /** 列出上级交办本辖区的任务，或者本辖区下达的任务 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async list(@Query() query: BreakdownsQuery): Promise<BreakdownPageResponse> {
    return this.query.page(query);
  }

  /** 列出直接下辖的市、区；没有下辖市、区的为空 */
  @Get('receivers')
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async receivers(): Promise<ReceiversResponse> {
    return this.query.receivers();
  }

  /** 查看一项分解下达的任务 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async get(@Param('id') id: string): Promise<BreakdownResponse> {
    return this.query.show(id);
  }

  /** 把一项或者几项任务分解下达给下辖的市、区；有一项不能下达的，都不下达 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async breakDown(@Body() body: BreakDownRequest): Promise<BreakdownsMadeResponse> {
    return this.query.made(await this.breaking.breakDown(body));
  }

  /** 撤回尚未接收的任务 */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @IfMatch() version: number,
  ): Promise<BreakdownResponse> {
    await this.breaking.withdraw(id, reason, version);
    return this.query.show(id);
  }

  /** 接收上级交办的任务，分派另办 */
  @Post(':id/accept')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async accept(@Param('id') id: string, @IfMatch() version: number): Promise<BreakdownResponse> {
    await this.receiving.accept(id, version);
    return this.query.show(id);
  }

  /** 退回上级交办的任务 */
  @Post(':id/return')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async sendBack(
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @IfMatch() version: number,
  ): Promise<BreakdownResponse> {
    await this.receiving.sendBack(id, reason, version);
    return this.query.show(id);
  }

  /** 接收并分派给本辖区的单位，成为本辖区台账的任务；台账已印发的，随即交办 */
  @Post(':id/assign')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async assign(
    @Param('id') id: string,
    @Body() body: AssignReceivedRequest,
    @IfMatch() version: number,
  ): Promise<BreakdownResponse> {
    await this.receiving.assign(id, body, version);
    return this.query.show(id);
  }
}
