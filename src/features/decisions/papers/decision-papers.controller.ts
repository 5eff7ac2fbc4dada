import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { dispositionOf } from '../../../platform/http/content-disposition.js';
import { DecisionPapersService } from './decision-papers.service.js';
import { NoticeQuery } from './notice-query.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FILE = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };

/** Papers made from the file of a decision. */
@ApiTags('重大行政决策')
@Controller('decisions/:id')
export class DecisionPapersController {
  constructor(private readonly papers: DecisionPapersService) {}

  /** 归档目录，docx */
  @Get('archive-list')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @ApiOkResponse(FILE)
  async archiveList(@Param('id') id: string): Promise<StreamableFile> {
    return docx(await this.papers.archiveList(id), '归档目录.docx');
  }

  /** 佐证材料包，zip：按环节分文件夹，附归档目录、缺项清单和 SHA256SUMS；每次取用均有记录 */
  @Get('pack')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @ApiOkResponse(FILE)
  async pack(@Param('id') id: string): Promise<StreamableFile> {
    const disposition = dispositionOf('决策档案.zip', false);
    return new StreamableFile(await this.papers.pack(id), { type: 'application/zip', disposition });
  }

  /** 公开征求意见的公告，docx；期限短于规定的应当写明理由 */
  @Get('comment-notice')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @ApiOkResponse(FILE)
  async notice(@Param('id') id: string, @Query() query: NoticeQuery): Promise<StreamableFile> {
    const { publishedOn, closesOn, contact, reason = '' } = query;
    return docx(
      await this.papers.notice(id, { publishedOn, closesOn, contact, reason }),
      '征求意见公告.docx',
    );
  }
}

function docx(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, {
    type: DOCX,
    disposition: dispositionOf(name, false),
    length: bytes.length,
  });
}
