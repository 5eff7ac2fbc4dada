import { Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { BulletinFiles } from './bulletin-files.service.js';
import { BULLETIN_MEDIA_TYPES } from './bulletin-format.js';
import { BulletinFormatPipe } from './bulletin-format.pipe.js';
import type { BulletinFormat } from './bulletin-format.js';
import { BulletinQueries } from './bulletin-queries.js';
import { IssueBulletin } from './issue-bulletin.service.js';
import { BulletinPageResponse, BulletinResponse, presentBulletin } from './present-bulletin.js';
import { BulletinListQuery } from './requests.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const FILE_CONTENT = Object.fromEntries(Object.values(BULLETIN_MEDIA_TYPES).map((type) => [type, FILE]));

/** 月通报 */
@ApiTags('月通报')
@Controller()
export class BulletinsController {
  constructor(
    private readonly issuing: IssueBulletin,
    private readonly files: BulletinFiles,
    private readonly queries: BulletinQueries,
  ) {}

  /** 批准并印发一个月的通报；已印发的返回原通报 */
  @Post('rounds/:roundId/bulletin')
  @Can('DIRECTOR')
  async issue(@Param('roundId') roundId: string): Promise<BulletinResponse> {
    const bulletin = await this.issuing.issue(roundId);
    return presentBulletin(bulletin, await this.queries.files([bulletin]));
  }

  /** 已印发的通报，最近的月份在前 */
  @Get('bulletins')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async list(@Query() { limit, after, ledger }: BulletinListQuery): Promise<BulletinPageResponse> {
    const from = after === undefined ? null : (decodeCursor(after, 2).map(String) as [string, string]);
    const rows = await this.queries.page(ledger ?? null, from, limit + 1);
    const files = await this.queries.files(rows);
    return pageOf(
      rows,
      limit,
      (row) => presentBulletin(row, files),
      ({ month, id }) => [month, id],
    );
  }

  /** 下载通报文件；首次下载时生成并存档，此后始终是同一份文件 */
  @Get('bulletins/:id/files/:format')
  @ApiOkResponse({ description: '通报文件', content: FILE_CONTENT })
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'LIAISON', 'HEAD')
  async file(
    @Param('id') id: string,
    @Param('format', BulletinFormatPipe) format: BulletinFormat,
  ): Promise<StreamableFile> {
    const bulletin = await this.files.bulletin(id);
    const { bytes } = await this.files.file(bulletin, format);
    return new StreamableFile(bytes, {
      type: BULLETIN_MEDIA_TYPES[format],
      disposition: `attachment; filename="bulletin-${bulletin.month}.${format}"`,
      length: bytes.length,
    });
  }
}
