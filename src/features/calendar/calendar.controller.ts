import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CalendarService, type NoticeInput } from './calendar.service.js';
import { CalendarViewService } from './calendar-view.service.js';
import {
  CalendarMonthResponse,
  CalendarOutlookResponse,
  CalendarYearDetailResponse,
  CalendarYearResponse,
  NoticeOutcomeResponse,
  PeriodResponse,
  presentMonth,
  presentOutlook,
  presentPeriod,
  presentYear,
  presentYearDetail,
} from './present-calendar.js';
import { MarkYearRequest, MonthParams, NoticeRequest, PeriodQuery, YearParams } from './requests.js';

/** Published working days. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly view: CalendarViewService,
  ) {}

  /** 期限计算：自某日起若干日、月或工作日的最后一日（民法典第201至203条：当日不计，遇休息日顺延） */
  @Get('period')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async period(@Query() { from, count, unit }: PeriodQuery): Promise<PeriodResponse> {
    return presentPeriod(await this.view.period(from, count, unit));
  }

  /** 已有的各年，以及尚待导入或者确认的年份 */
  @Get('outlook')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async outlook(): Promise<CalendarOutlookResponse> {
    return presentOutlook(await this.view.outlook());
  }

  /** 一年的节假日安排 */
  @Get(':year')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async year(@Param() { year }: YearParams): Promise<CalendarYearDetailResponse> {
    return presentYearDetail(await this.view.year(Number(year)));
  }

  /** 一个月中每一日是否工作日 */
  @Get(':year/:month')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async month(@Param() { year, month }: MonthParams): Promise<CalendarMonthResponse> {
    return presentMonth(`${year}-${month}`, await this.view.calendar());
  }

  /** 预览导入节假日安排后有哪些日子变化，不保存 */
  @Post(':year/notice/preview')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  preview(@Param() { year }: YearParams, @Body() body: NoticeRequest): Promise<NoticeOutcomeResponse> {
    return this.calendar.preview(inputOf(year, body));
  }

  /** 导入一年的节假日安排；尚未导入的年份版本号为 0 */
  @Put(':year/notice')
  @Can('CLERK', 'DIRECTOR')
  import(
    @Param() { year }: YearParams,
    @IfMatch() version: number,
    @Body() body: NoticeRequest,
  ): Promise<NoticeOutcomeResponse> {
    return this.calendar.import(inputOf(year, body), version);
  }

  /** 将一年的安排标为正式或者暂定 */
  @Put(':year/status')
  @Can('CLERK', 'DIRECTOR')
  async mark(
    @Param() { year }: YearParams,
    @IfMatch() version: number,
    @Body() body: MarkYearRequest,
  ): Promise<CalendarYearResponse> {
    return presentYear(await this.calendar.mark(Number(year), version, body.status));
  }
}

function inputOf(year: string, { text, noticeNumber }: NoticeRequest): NoticeInput {
  return { year: Number(year), text, noticeNumber: noticeNumber ?? null };
}
