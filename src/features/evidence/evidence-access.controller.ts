import { Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { CurrentSession } from '../../platform/auth/current-session.js';
import type { OpenSession } from '../../platform/auth/session-gate.js';
import { AccessEvidenceService } from './access-evidence.service.js';
import { DownloadLinkResponse } from './present-evidence.js';
import { FileQuery } from './requests.js';

/** What a file may do in a browser that opens it after all: nothing. */
const SANDBOX = "sandbox; default-src 'none'";

/** The files of evidence. */
@ApiTags('佐证材料')
@Controller('evidence')
export class EvidenceAccessController {
  constructor(private readonly access: AccessEvidenceService) {}

  /** 取得下载链接，一分钟内有效，只限本人使用 */
  @Post(':id/download-link')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async link(@Param('id') id: string, @CurrentSession() session: OpenSession): Promise<DownloadLinkResponse> {
    const { path, expiresAt } = await this.access.link(id, session.id);
    return { url: path, expiresAt };
  }

  /** 下载或者预览文件；每次取用均有记录 */
  @Get('files/:token')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @Header('content-security-policy', SANDBOX)
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @Param('token') token: string,
    @Query() { preview }: FileQuery,
    @CurrentSession() session: OpenSession,
  ): Promise<StreamableFile> {
    const file = await this.access.fetch(token, session.id, preview === '1');
    return new StreamableFile(file.content, {
      type: file.mediaType,
      disposition: file.disposition,
      length: file.bytes,
    });
  }
}
