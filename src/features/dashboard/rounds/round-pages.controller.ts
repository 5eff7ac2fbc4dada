import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { WhichLedger } from '../which-ledger.js';
import { PlanService } from './plan.service.js';
import type { FreezePlanView } from './present-plan.js';
import type { RoundTimelineView } from './present-timeline.js';
import { RoundMonthQuery } from './round-requests.js';
import { TimelineService } from './timeline.service.js';

/** 月调度的日程和预览 */
@ApiTags('月调度')
@Controller('rounds')
export class RoundPagesController {
  constructor(
    private readonly ledgers: WhichLedger,
    private readonly timelines: TimelineService,
    private readonly plans: PlanService,
  ) {}

  /** 一个月自开启至通报的各环节：排定日期、完成时刻、状态和妨碍事项 */
  @Get('timeline')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async timeline(@Query() query: RoundMonthQuery): Promise<RoundTimelineView> {
    return this.timelines.of(await this.ledgers.find(query.ledger), query.month);
  }

  /** 预览：今天冻结会给哪些收件人发出什么，岗位空缺的改送谁；不写入任何数据 */
  @Get('preview/digests')
  @Can('CLERK', 'DIRECTOR')
  async plan(@Query() query: RoundMonthQuery): Promise<FreezePlanView> {
    return this.plans.plan(await this.ledgers.find(query.ledger), query.month);
  }
}
