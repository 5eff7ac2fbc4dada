import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CorrectReportService } from './correct-report.service.js';
import { OpenFormService } from './open-form.service.js';
import type { ReportSheetResponse } from './present-report.js';
import { ReportQuery } from './report-query.js';
import {
  AcceptRequest,
  CorrectRequest,
  OpenFormRequest,
  ReportContentRequest,
  ReturnRequest,
} from './requests.js';
import { ReviewReportService } from './review-report.service.js';
import { WriteReportService } from './write-report.service.js';

/** One monthly report and what is done with it. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly query: ReportQuery,
    private readonly forms: OpenFormService,
    private readonly writing: WriteReportService,
    private readonly reviewing: ReviewReportService,
    private readonly correcting: CorrectReportService,
  ) {}

  /** 查看一份月报及其历次报送 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<ReportSheetResponse> {
    return this.query.sheet(id);
  }

  /** 为月内新增的分工开启当月月报；已有的照旧 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'LIAISON')
  async open(@Body() body: OpenFormRequest): Promise<ReportSheetResponse> {
    return this.query.sheet(await this.forms.open(body.assignmentId, body.month));
  }

  /** 保存草稿 */
  @Put(':id')
  @Can('LIAISON')
  async draft(
    @Param('id') id: string,
    @Body() body: ReportContentRequest,
    @IfMatch() version: number,
  ): Promise<ReportSheetResponse> {
    await this.writing.saveDraft(id, body, version);
    return this.query.sheet(id);
  }

  /** 报送；内容不填的按草稿报送 */
  @Post(':id/submit')
  @HttpCode(200)
  @Can('LIAISON')
  async submit(
    @Param('id') id: string,
    @Body() body: ReportContentRequest,
    @IfMatch() version: number,
  ): Promise<ReportSheetResponse> {
    await this.writing.submit(id, body, version);
    return this.query.sheet(id);
  }

  /** 退回重报，写明理由 */
  @Post(':id/return')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async returnForRevision(
    @Param('id') id: string,
    @Body() body: ReturnRequest,
    @IfMatch() version: number,
  ): Promise<ReportSheetResponse> {
    await this.reviewing.returnForRevision(id, body.reason, version);
    return this.query.sheet(id);
  }

  /** 审核通过并核定进度 */
  @Post(':id/accept')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async accept(
    @Param('id') id: string,
    @Body() body: AcceptRequest,
    @IfMatch() version: number,
  ): Promise<ReportSheetResponse> {
    await this.reviewing.accept(id, body.verifiedProgress ?? null, version);
    return this.query.sheet(id);
  }

  /** 更正已核定的数据；已冻结月份的更正在下一期通报中作追溯更正 */
  @Post(':id/correct')
  @HttpCode(200)
  @Can('CLERK')
  async correct(
    @Param('id') id: string,
    @Body() body: CorrectRequest,
    @IfMatch() version: number,
  ): Promise<ReportSheetResponse> {
    await this.correcting.correct(id, body, version);
    return this.query.sheet(id);
  }
}
