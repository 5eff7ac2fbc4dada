import { Controller, Get, Header, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { RequestWithActor } from '../../auth/access.guard.js';
import { Can } from '../../auth/can.js';
import { ListenProgressService } from './listen-progress.service.js';
import { ProgressView } from './present-progress.js';

/** 长时间办理的进度 */
@ApiTags('进度')
@Controller('progress')
export class ProgressController {
  constructor(private readonly listening: ListenProgressService) {}

  /** 收听本人以请求头 x-progress-id 提交的长时间办理的进度（server-sent events） */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN', 'AUDITOR')
  @Header('x-accel-buffering', 'no')
  @ApiExtraModels(ProgressView)
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { $ref: getSchemaPath(ProgressView) } } } })
  async listen(@Param('id') id: string, @Req() request: RequestWithActor): Promise<StreamableFile> {
    const stream = await this.listening.listen(id, request);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
