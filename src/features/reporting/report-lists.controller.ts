import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import type { MissingPageResponse, ReportPageResponse, SubmittedResponse } from './present-report.js';
import { ReportQuery } from './report-query.js';
import { AcceptTogetherRequest, MissingQuery, ReportsQuery, SubmitTogetherRequest } from './requests.js';
import { ReviewReportService } from './review-report.service.js';
import { WriteReportService } from './write-report.service.js';

/** Many monthly reports at once. */
@Controller('reports')
export class ReportListsController {
  constructor(
    private readonly query: ReportQuery,
    private readonly writing: WriteReportService,
    private readonly reviewing: ReviewReportService,
  ) {}

  /** 列出月报；联络员和部门负责人只见本单位的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Query() query: ReportsQuery): Promise<ReportPageResponse> {
    const { limit, after, ...wish } = query;
    return this.query.page(wish, after, limit);
  }

  /** 列出某月应报未报的分工 */
  @Get('missing')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async missing(@Query() query: MissingQuery): Promise<MissingPageResponse> {
    const { limit, after, ...of } = query;
    return this.query.missing(of, after, limit);
  }

  /** 一并报送本单位的多份月报；有一份不符合要求的，全部不报送 */
  @Post('submit')
  @HttpCode(200)
  @Can('LIAISON')
  async submitTogether(@Body() body: SubmitTogetherRequest): Promise<SubmittedResponse> {
    await this.writing.submitTogether(
      body.reports.map(({ id, version, ...content }) => ({ id, version, content })),
    );
    return { items: await this.query.many(body.reports.map(({ id }) => id)) };
  }

  /** 一并审核通过；有一份不能通过的，全部不通过 */
  @Post('accept')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async acceptTogether(@Body() body: AcceptTogetherRequest): Promise<SubmittedResponse> {
    await this.reviewing.acceptTogether(body.reports);
    return { items: await this.query.many(body.reports.map(({ id }) => id)) };
  }
}
