import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import type { ReportSheetView } from './present-sheet.js';
import { ReportSheetQuery } from './report-sheet-requests.js';
import { ReportSheetService } from './report-sheet.service.js';

/** 本月填报 */
@ApiTags('月报')
@Controller('reports/sheet')
export class ReportSheetController {
  constructor(private readonly sheets: ReportSheetService) {}

  /** 一个单位一个月的全部月报，上月内容并列，附本单位的灯 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async sheet(@Query() query: ReportSheetQuery): Promise<ReportSheetView> {
    return this.sheets.sheet(query);
  }
}
