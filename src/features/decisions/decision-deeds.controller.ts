import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DecisionQuery } from './decision-query.js';
import { DoDeedService } from './do-deed.service.js';
import { PreviewResponse } from './present-preview.js';
import { DecisionSheetResponse } from './present-sheet.js';
import { previewedDeed, textFields } from './request-deeds.js';
import {
  DetermineRequest,
  ExceptionRequest,
  MoveRequest,
  PreviewRequest,
  RecordStepRequest,
} from './requests.js';

/** What is done to a decision, step by step. */
@ApiTags('重大行政决策')
@Controller('decisions/:id')
export class DecisionDeedsController {
  constructor(
    private readonly query: DecisionQuery,
    private readonly deeds: DoDeedService,
  ) {}

  /** 预览一项办理：会被哪些程序要求拒绝、缺什么、最早何日可以办理 */
  @Post('preview')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async preview(@Param('id') id: string, @Body() body: PreviewRequest): Promise<PreviewResponse> {
    return this.query.preview(id, previewedDeed(body));
  }

  /** 登记环节 */
  @Post('steps/:step/record')
  @HttpCode(200)
  @Can('CLERK', 'LIAISON')
  async record(
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() { on, fields }: RecordStepRequest,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.deeds.do(id, { deed: 'RECORD', step, on, fields: textFields(fields) }, version);
    return this.query.sheet(id);
  }

  /** 判断环节是否适用，写明理由 */
  @Post('steps/:step/determine')
  @HttpCode(200)
  @Can('CLERK', 'LIAISON')
  async determine(
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() { applies, reason }: DetermineRequest,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.deeds.do(id, { deed: 'DETERMINE', step, applies, reason }, version);
    return this.query.sheet(id);
  }

  /** 对“一般”的要求申请例外，写明理由 */
  @Post('exceptions')
  @HttpCode(200)
  @Can('CLERK', 'LIAISON')
  async except(
    @Param('id') id: string,
    @Body() { gate, reason, publishedIn }: ExceptionRequest,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.deeds.do(id, { deed: 'OVERRIDE', gate, reason, publishedIn: publishedIn ?? '' }, version);
    return this.query.sheet(id);
  }

  /** 批准例外；不得由申请人本人批准 */
  @Post('exceptions/:seq/approve')
  @HttpCode(200)
  @Can('DIRECTOR')
  async approve(
    @Param('id') id: string,
    @Param('seq', ParseIntPipe) seq: number,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.deeds.do(id, { deed: 'APPROVE_OVERRIDE', override: seq }, version);
    return this.query.sheet(id);
  }

  /** 退回补正、重新报送、中止、恢复、启动调整、终止、归档结案 */
  @Post('moves')
  @HttpCode(200)
  @Can('CLERK', 'LIAISON')
  async move(
    @Param('id') id: string,
    @Body() { deed, reason }: MoveRequest,
    @IfMatch() version: number,
  ): Promise<DecisionSheetResponse> {
    await this.deeds.do(id, { deed, reason }, version);
    return this.query.sheet(id);
  }
}
