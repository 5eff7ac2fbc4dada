import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DispatchService } from './dispatch.service.js';
import { presentMonth, type MonthResultResponse } from './present-month.js';
import { presentRegisters, type RegistersResponse } from './snapshot/present-registers.js';
import { presentRound, type RoundResponse } from './present-round.js';
import {
  presentCorrection,
  type CorrectionResponse,
  type SnapshotPageResponse,
} from './snapshot/present-snapshot.js';
import { LedgerQuery, MonthQuery, PreviewRowsQuery, SnapshotQuery } from './requests.js';
import { RoundQueries } from './round-queries.js';
import { RoundService } from './round.service.js';

/** 月调度 */
@ApiTags('月调度')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly queries: RoundQueries,
    private readonly dispatch: DispatchService,
    private readonly rounds: RoundService,
  ) {}

  /** 一份台账的各月调度，最近的在前 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async list(@Query() query: LedgerQuery): Promise<RoundResponse[]> {
    return (await this.queries.list(query.ledger)).map(presentRound);
  }

  /** 预览：今天冻结会得到什么结果、会提醒谁；不写入任何数据 */
  @Get('preview')
  @Can('CLERK', 'DIRECTOR')
  async preview(@Query() query: MonthQuery): Promise<MonthResultResponse> {
    return presentMonth(await this.dispatch.preview(await this.queries.ledger(query.ledger), query.month));
  }

  /** 预览：今天冻结时各项任务（或者一个单位）的灯及其缘由；不写入任何数据 */
  @Get('preview/rows')
  @Can('CLERK', 'DIRECTOR')
  previewRows(@Query() query: PreviewRowsQuery): Promise<SnapshotPageResponse> {
    return this.queries.previewRows(query);
  }

  /** 预览：今天冻结时重大行政决策和出庭应诉各事项的灯；不写入任何数据 */
  @Get('preview/registers')
  @Can('CLERK', 'DIRECTOR')
  async previewRegisters(@Query() query: MonthQuery): Promise<RegistersResponse> {
    return presentRegisters(await this.queries.previewRegisters(query));
  }

  /** 冻结一个月的台账；已冻结的返回原结果 */
  @Post('freeze')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async freeze(@Body() body: MonthQuery): Promise<MonthResultResponse> {
    return presentMonth(await this.dispatch.run(await this.queries.ledger(body.ledger), body.month));
  }

  /** 一轮月调度的日程与结果 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async one(@Param('id') id: string): Promise<RoundResponse> {
    return presentRound(await this.queries.one(id));
  }

  /** 月末快照的各行；单位只能看本单位的 */
  @Get(':id/rows')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  rows(@Param('id') id: string, @Query() query: SnapshotQuery): Promise<SnapshotPageResponse> {
    return this.queries.rows(id, query);
  }

  /** 月末快照中重大行政决策和出庭应诉各事项；单位只能看本单位的 */
  @Get(':id/registers')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async registers(@Param('id') id: string): Promise<RegistersResponse> {
    return presentRegisters(await this.queries.registers(id));
  }

  /** 本月通报的追溯更正 */
  @Get(':id/corrections')
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async corrections(@Param('id') id: string): Promise<CorrectionResponse[]> {
    return (await this.queries.corrections(id)).map(presentCorrection);
  }

  /** 登记已召开月调度会 */
  @Post(':id/meet')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async meet(@Param('id') id: string, @IfMatch() version: number): Promise<RoundResponse> {
    return presentRound(await this.rounds.meet(id, version));
  }

  /** 登记已印发通报 */
  @Post(':id/publish')
  @HttpCode(200)
  @Can('DIRECTOR')
  async publish(@Param('id') id: string, @IfMatch() version: number): Promise<RoundResponse> {
    return presentRound(await this.rounds.publish(id, version));
  }
}
