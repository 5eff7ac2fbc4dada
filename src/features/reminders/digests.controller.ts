import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DigestQueries } from './digest-queries.js';
import { DigestsService } from './digests.service.js';
import {
  DigestPageResponse,
  DigestTextResponse,
  presentDigest,
  presentDigestText,
  presentLedgerLine,
  ReminderLedgerPageResponse,
} from './present-digest.js';
import { DigestListQuery, ReminderLedgerQuery, WechatQuery } from './requests.js';

/** 提醒汇总与签收 */
@ApiTags('提醒')
@Controller('digests')
export class DigestsController {
  constructor(
    private readonly digests: DigestsService,
    private readonly queries: DigestQueries,
    private readonly clock: Clock,
  ) {}

  /** 提醒汇总及其送达、签收情况，最近的在前；单位只看本单位的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async list(@Query() query: DigestListQuery): Promise<DigestPageResponse> {
    const { limit, after, ...question } = query;
    const from = after === undefined ? null : (decodeCursor(after, 2).map(String) as [string, string]);
    const rows = await this.queries.page(question, from, limit + 1);
    const departments = await this.queries.departments();
    return pageOf(
      rows,
      limit,
      (row) => presentDigest(row, departments),
      ({ day, id }) => [day, id],
    );
  }

  /** 提醒台账：已发出的每一件提醒、催办、督办文书及其送达、签收、答复情况 */
  @Get('reminders')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async ledger(
    @Query() { limit, after, department }: ReminderLedgerQuery,
  ): Promise<ReminderLedgerPageResponse> {
    const from = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const lines = await this.queries.ledger(department, from, limit + 1);
    return pageOf(lines, limit, presentLedgerLine, ({ item }) => [item.id]);
  }

  /** 某个单位组（或者其中一个单位）当日提醒的文字，供复制到微信群 */
  @Get('wechat')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Can('CLERK', 'DIRECTOR')
  wechat(@Query() { group, day = this.clock.today(), department }: WechatQuery): Promise<string> {
    return this.queries.wechat(group, day, department);
  }

  /** 一份提醒汇总的全文 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async one(@Param('id') id: string): Promise<DigestTextResponse> {
    const digest = await this.digests.one(id);
    return presentDigestText(await this.queries.row(id), digest, await this.queries.departments());
  }

  /** 收件单位签收 */
  @Post(':id/sign')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async sign(@Param('id') id: string, @IfMatch() version: number): Promise<DigestTextResponse> {
    const digest = await this.digests.sign(id, version);
    return presentDigestText(await this.queries.row(id), digest, await this.queries.departments());
  }

  /** 重发未送达的汇总 */
  @Post(':id/resend')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async resend(@Param('id') id: string): Promise<DigestTextResponse> {
    await this.digests.resend(id);
    const digest = await this.digests.one(id);
    return presentDigestText(await this.queries.row(id), digest, await this.queries.departments());
  }
}
