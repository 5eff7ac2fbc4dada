import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/can.js';
import { Clock } from '../clock/clock.js';
import { AuditArchiveService } from './audit-archive.service.js';

const LINES = 'application/x-ndjson';

/** 审计日志全文 */
@ApiTags('审计日志')
@Controller('audit-archive')
export class AuditArchiveController {
  constructor(
    private readonly archive: AuditArchiveService,
    private readonly clock: Clock,
  ) {}

  /** 下载审计日志全文（每行一个 JSON），供离线核验程序使用 */
  @Get()
  @ApiOkResponse({
    description: '审计日志全文',
    content: { [LINES]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Can('AUDITOR')
  async download(): Promise<StreamableFile> {
    return new StreamableFile(await this.archive.stream(), {
      type: LINES,
      disposition: `attachment; filename="audit-archive-${this.clock.today()}.jsonl"`,
    });
  }
}
