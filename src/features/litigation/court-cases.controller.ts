import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CaseQuery } from './case-query.js';
import { CaseListQuery, CorrectCaseRequest, InstanceRequest, RegisterCaseRequest } from './case-requests.js';
import { CloseInstanceRequest, CorrectInstanceRequest, SuggestionRequest } from './instance-requests.js';
import { ScheduleRequest } from './hearing-requests.js';
import { KeepCasesService } from './keep-cases.service.js';
import { KeepHearingsService } from './keep-hearings.service.js';
import { CaseResponse } from './present-case.js';
import { CasePageResponse } from './present-case-list.js';

/** 应诉案件；If-Match 始终为案件的版本 */
@ApiTags('出庭应诉')
@Controller('court-cases')
export class CourtCasesController {
  constructor(
    private readonly query: CaseQuery,
    private readonly cases: KeepCasesService,
    private readonly hearings: KeepHearingsService,
  ) {}

  /** 案件列表，最近立案的在前；单位只见本单位的案件 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async list(@Query() query: CaseListQuery): Promise<CasePageResponse> {
    return this.query.list(query);
  }

  /** 一件案件及其审级、开庭、答复、回执和是否计入的理由 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async get(@Param('id') id: string): Promise<CaseResponse> {
    return this.query.show(id);
  }

  /** 登记案件 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async register(@Body() body: RegisterCaseRequest): Promise<CaseResponse> {
    const { instance, ...filing } = body;
    return this.query.show(await this.cases.register(filing, instance));
  }

  /** 更正案件 */
  @Patch(':id')
  @Can('CLERK', 'DIRECTOR')
  async correct(
    @Param('id') id: string,
    @Body() body: CorrectCaseRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.cases.correct(id, body, version);
    return this.query.show(id);
  }

  /** 登记上诉或者再审 */
  @Post(':id/instances')
  @Can('CLERK', 'DIRECTOR')
  async addInstance(
    @Param('id') id: string,
    @Body() body: InstanceRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.cases.addInstance(id, body, version);
    return this.query.show(id);
  }

  /** 更正审级的案号、法院、立案日、当事行政机关和出庭约定 */
  @Patch(':id/instances/:instanceId')
  @Can('CLERK', 'DIRECTOR')
  async correctInstance(
    @Param('id') id: string,
    @Param('instanceId') instanceId: string,
    @Body() body: CorrectInstanceRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.cases.correctInstance(id, instanceId, body, version);
    return this.query.show(id);
  }

  /** 登记或者更正结案 */
  @Post(':id/instances/:instanceId/close')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async close(
    @Param('id') id: string,
    @Param('instanceId') instanceId: string,
    @Body() body: CloseInstanceRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    const { closedOn, outcome, writtenTrial, disputeResolved = null } = body;
    await this.cases.close(id, instanceId, { closedOn, outcome, writtenTrial, disputeResolved }, version);
    return this.query.show(id);
  }

  /** 排期开庭 */
  @Post(':id/instances/:instanceId/hearings')
  @Can('CLERK', 'DIRECTOR')
  async schedule(
    @Param('id') id: string,
    @Param('instanceId') instanceId: string,
    @Body() body: ScheduleRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    const { sitting = null, day, time, room, kind, online } = body;
    await this.hearings.schedule(id, instanceId, { day, time, room, kind, online, sitting }, version);
    return this.query.show(id);
  }

  /** 登记收到的司法建议 */
  @Post(':id/instances/:instanceId/suggestions')
  @Can('CLERK', 'DIRECTOR')
  async suggest(
    @Param('id') id: string,
    @Param('instanceId') instanceId: string,
    @Body() { department, violation, number, receivedOn, content }: SuggestionRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    const suggestion = { department, violation, number, receivedOn, content };
    await this.cases.suggest(id, instanceId, suggestion, version);
    return this.query.show(id);
  }
}
