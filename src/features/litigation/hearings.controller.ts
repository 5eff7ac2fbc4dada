import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Official } from '../../domain/rate/court-case.js';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { CaseQuery } from './case-query.js';
import {
  AttendanceRequest,
  officialOf,
  PlanRequest,
  ReplyRequest,
  RulingsRequest,
} from './appearance-requests.js';
import {
  CalendarQuery,
  CancelHearingRequest,
  CourtNoticeRequest,
  RescheduleRequest,
} from './hearing-requests.js';
import { KeepAppearancesService } from './keep-appearances.service.js';
import { KeepHearingsService } from './keep-hearings.service.js';
import { CalendarResponse } from './present-calendar.js';
import { CaseResponse } from './present-case.js';
import { CALENDAR_TYPE, writeIcs } from './write-ics.js';

/** 开庭：排期、答复、回执、认定；If-Match 始终为案件的版本，答复为整个案件 */
@ApiTags('出庭应诉')
@Controller('hearings')
export class HearingsController {
  constructor(
    private readonly query: CaseQuery,
    private readonly hearings: KeepHearingsService,
    private readonly appearances: KeepAppearancesService,
  ) {}

  /** 一个月的开庭；单位只见本单位的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async calendar(@Query() { month, department }: CalendarQuery): Promise<CalendarResponse> {
    return { items: await this.query.calendar(month, department) };
  }

  /** 一个月的开庭，日历文件 */
  @Get('calendar.ics')
  @ApiOkResponse({
    description: '日历文件',
    content: { 'text/calendar': { schema: { type: 'string', format: 'binary' } } },
  })
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async ics(@Query() { month, department }: CalendarQuery): Promise<StreamableFile> {
    const bytes = writeIcs(await this.query.calendar(month, department));
    const disposition = `attachment; filename="hearings-${month}.ics"`;
    return new StreamableFile(bytes, { type: CALENDAR_TYPE, disposition, length: bytes.length });
  }

  /** 一次开庭所在的案件 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async get(@Param('id') id: string): Promise<CaseResponse> {
    return this.query.showHearing(id);
  }

  /** 改期 */
  @Post(':id/reschedule')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async reschedule(
    @Param('id') id: string,
    @Body() { day, time, room, reason }: RescheduleRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    return this.query.showHearing(await this.hearings.reschedule(id, { day, time, room, reason }, version));
  }

  /** 取消开庭 */
  @Post(':id/cancel')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async cancel(
    @Param('id') id: string,
    @Body() { reason }: CancelHearingRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.hearings.cancel(id, reason, version);
    return this.query.showHearing(id);
  }

  /** 登记已开庭 */
  @Post(':id/hold')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async hold(@Param('id') id: string, @IfMatch() version: number): Promise<CaseResponse> {
    await this.hearings.hold(id, version);
    return this.query.showHearing(id);
  }

  /** 登记法院的出庭通知 */
  @Post(':id/notices')
  @Can('CLERK', 'DIRECTOR')
  async notify(
    @Param('id') id: string,
    @Body() { department, servedOn, mandatory, reason, again }: CourtNoticeRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.hearings.notify(id, { department, servedOn, mandatory, reason, again }, version);
    return this.query.showHearing(id);
  }

  /** 庭前答复：出庭、换人出庭、因故不能出庭 */
  @Post(':id/reply')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async reply(
    @Param('id') id: string,
    @Body() body: ReplyRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    const { kind, official, absence = null, note = '' } = body;
    const wish = { kind, official: officialOf(official), absence, note };
    await this.appearances.reply(id, body.department, wish, version);
    return this.query.showHearing(id);
  }

  /** 安排或者更换出庭负责人 */
  @Put(':id/planned-official')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async plan(
    @Param('id') id: string,
    @Body() { department, official, reason = '' }: PlanRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.appearances.plan(id, department, officialOf(official) as Official, reason, version);
    return this.query.showHearing(id);
  }

  /** 报送出庭情况回执；已报的由依法治区办更正 */
  @Put(':id/attendance')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async attend(
    @Param('id') id: string,
    @Body() body: AttendanceRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    const {
      staff,
      lawyers,
      voice,
      leftWithoutPermission,
      refusedToExplain,
      absence = null,
      note = '',
    } = body;
    const official = officialOf(body.official);
    const wish = { official, staff, lawyers, voice, leftWithoutPermission, refusedToExplain, absence, note };
    await this.appearances.returnForm(id, body.department, wish, body.reason ?? '', version);
    return this.query.showHearing(id);
  }

  /** 登记法院对理由、身份证明的认定，以及级别的核定 */
  @Post(':id/rulings')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async rule(
    @Param('id') id: string,
    @Body() { department, ...rulings }: RulingsRequest,
    @IfMatch() version: number,
  ): Promise<CaseResponse> {
    await this.appearances.rule(id, department, rulings, version);
    return this.query.showHearing(id);
  }
}
