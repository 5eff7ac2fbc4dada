import { Controller, Get, Header, Param, ParseIntPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { dispositionOf } from '../../platform/http/content-disposition.js';
import { CONTENT_HASH_HEADER, UploadStream, type IncomingFile } from '../../platform/http/upload-stream.js';
import { DecisionFilesService } from './decision-files.service.js';
import { DecisionQuery } from './decision-query.js';
import { DecisionSheetResponse } from './present-sheet.js';
import { DraftQuery } from './requests.js';

const FILE_BODY = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } };

/** What a file may do in a browser that opens it after all: nothing. */
const SANDBOX = "sandbox; default-src 'none'";

/** Papers and drafts of a decision. */
@ApiTags('重大行政决策')
@Controller('decisions/:id')
export class DecisionFilesController {
  constructor(
    private readonly query: DecisionQuery,
    private readonly files: DecisionFilesService,
  ) {}

  /** 归入一份材料 */
  @Post('steps/:step/documents/:document')
  @Can('CLERK', 'LIAISON')
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: CONTENT_HASH_HEADER, required: false, description: '文件内容的 SHA-256，用于核对' })
  @ApiBody(FILE_BODY)
  async upload(
    @Param('id') id: string,
    @Param('step') step: string,
    @Param('document') document: string,
    @UploadStream() file: IncomingFile,
  ): Promise<DecisionSheetResponse> {
    await this.files.file(id, step, document, file);
    return this.query.sheet(id);
  }

  /** 上传草案的新版本；实质性修改的，已经办理的审查和讨论应当重新履行 */
  @Post('drafts')
  @Can('LIAISON')
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: CONTENT_HASH_HEADER, required: false, description: '文件内容的 SHA-256，用于核对' })
  @ApiBody(FILE_BODY)
  async draft(
    @Param('id') id: string,
    @Query() { substantive, note }: DraftQuery,
    @UploadStream() file: IncomingFile,
  ): Promise<DecisionSheetResponse> {
    await this.files.draft(id, { substantive, note: note ?? '' }, file);
    return this.query.sheet(id);
  }

  /** 取用一份材料或者草案；每次取用均有记录 */
  @Get('documents/:seq')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @Header('content-security-policy', SANDBOX)
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async fetch(@Param('id') id: string, @Param('seq', ParseIntPipe) seq: number): Promise<StreamableFile> {
    const file = await this.files.open(id, seq);
    return new StreamableFile(file.content, {
      type: file.mediaType,
      disposition: dispositionOf(file.name, false),
      length: file.bytes,
    });
  }
}
