import { Body, Controller, Get, HttpCode, Inject, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/can.js';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { decodeCursor, pageOf } from '../http/cursor.js';
import { OutsideUnit } from '../http/outside-unit.js';
import { AuditDesk } from './audit-desk.service.js';
import { AUDIT_NAMES, AuditNaming, type AuditNames } from './audit-names.js';
import { auditWorkbook } from './audit-workbook.js';
import {
  AnchorFileResponse,
  AuditEventPageResponse,
  AuditNamesResponse,
  AuditVerdictResponse,
  presentAuditVerdict,
  presentEvent,
  presentNames,
} from './present-audit.js';
import { AuditListQuery, VerifyAuditRequest } from './requests.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** 审计日志 */
@ApiTags('审计日志')
@Controller('audit-events')
export class AuditEventsController {
  private readonly naming: AuditNaming;

  constructor(
    private readonly desk: AuditDesk,
    private readonly clock: Clock,
    private readonly settings: Settings,
    @Inject(AUDIT_NAMES) private readonly names: AuditNames,
  ) {
    this.naming = new AuditNaming(names);
  }

  /** 审计记录，由新到旧 */
  @Get()
  @Can('AUDITOR')
  async list(@Query() query: AuditListQuery): Promise<AuditEventPageResponse> {
    const { limit, after, ...filter } = query;
    const below = after === undefined ? null : Number(decodeCursor(after, 1)[0]);
    const rows = await this.desk.page(filter, below, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => presentEvent(row, this.naming),
      ({ seq }) => [seq],
    );
  }

  /** 操作和对象类别的名称，供筛选 */
  @Get('names')
  @Can('AUDITOR')
  listNames(): AuditNamesResponse {
    return presentNames(this.names);
  }

  /** 按同样的条件导出为工作簿，至多 20000 条 */
  @Get('export')
  @ApiOkResponse({ description: '工作簿', content: { [XLSX]: FILE } })
  @Can('AUDITOR')
  async export(@Query() query: AuditListQuery): Promise<StreamableFile> {
    const { limit: _limit, after: _after, ...filter } = query;
    const day = this.clock.today();
    const rows = await this.desk.export(filter);
    const bytes = await auditWorkbook(rows, this.naming, day, this.settings.DIAODU_ZONE);
    return new StreamableFile(bytes, {
      type: XLSX,
      disposition: `attachment; filename="audit-${day}.xlsx"`,
      length: bytes.length,
    });
  }

  /** 下载当前锚点（链尾的序号和哈希值），请保存在数据库以外的地方 */
  @Get('anchor')
  @ApiOkResponse({ type: AnchorFileResponse, description: '锚点文件' })
  @Can('AUDITOR')
  async anchor(): Promise<StreamableFile> {
    const anchor = await this.desk.anchor();
    const bytes = Buffer.from(`${JSON.stringify(anchor)}\n`);
    return new StreamableFile(bytes, {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="audit-anchor-${anchor.seq}.json"`,
      length: bytes.length,
    });
  }

  /** 核验审计链；进度用请求头 x-progress-id 收听 */
  @Post('verify')
  @HttpCode(200)
  @OutsideUnit()
  @Can('AUDITOR')
  async verify(@Body() { anchor }: VerifyAuditRequest): Promise<AuditVerdictResponse> {
    return presentAuditVerdict(await this.desk.verify(anchor ?? null));
  }
}
