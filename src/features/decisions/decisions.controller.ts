import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DecisionQuery } from './decision-query.js';
import { DecisionStatistics } from './decision-statistics.js';
import { DecisionListResponse } from './present-decision.js';
import { ProceduresResponse } from './present-procedure.js';
import { DecisionSheetResponse } from './present-sheet.js';
import { StatisticsResponse, presentStatistics } from './present-statistics.js';
import { ChangeDecisionRequest, DecisionsQuery, NewDecisionRequest, StatisticsQuery } from './requests.js';
import { WriteDecisionService } from './write-decision.service.js';

/** Major administrative decisions. */
@ApiTags('重大行政决策')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly query: DecisionQuery,
    private readonly writing: WriteDecisionService,
    private readonly statistics: DecisionStatistics,
  ) {}

  /** 列出决策事项 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() { year }: DecisionsQuery): Promise<DecisionListResponse> {
    return this.query.list(year ?? null);
  }

  /** 截至某日的统计，各数附所计入的事项 */
  @Get('statistics')
  @Can('CLERK', 'DIRECTOR', 'LEADER')
  async count(@Query() { year, asOf }: StatisticsQuery): Promise<StatisticsResponse> {
    return presentStatistics(await this.statistics.of(year, asOf));
  }

  /** 全部程序定义：环节、登记事项、归档材料和程序要求 */
  @Get('procedures')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async procedures(): Promise<ProceduresResponse> {
    return this.query.procedures();
  }

  /** 登记决策事项 */
  @Post()
  @Can('CLERK')
  async create(@Body() body: NewDecisionRequest): Promise<DecisionSheetResponse> {
    return this.query.sheet(await this.writing.create(body));
  }

  /** 查看一项决策：各环节办到哪一步、缺什么、依据哪一条、最早何日可以办理 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<DecisionSheetResponse> {
    return this.query.sheet(id);
  }

  /** 修改决策事项；变更计划完成日期的写明理由 */
  @Patch(':id')
  @Can('CLERK')
  async change(
    @Param('id') id: string,
    @Body() body: ChangeDecisionRequest,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.writing.change(id, body, version);
    return this.query.sheet(id);
  }
}
