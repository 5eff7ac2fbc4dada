import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../platform/auth/can.js';
import { CONTENT_HASH_HEADER, UploadStream, type IncomingFile } from '../../platform/http/upload-stream.js';
import { EvidenceQuery } from './evidence-query.js';
import { EvidencePageResponse, EvidenceSheetResponse } from './present-evidence.js';
import { TaskEvidenceQuery, UploadQuery } from './requests.js';
import { UploadEvidenceService } from './upload-evidence.service.js';

/** Evidence of a task, looked up through it. */
@ApiTags('佐证材料')
@Controller('tasks/:taskId/evidence')
export class TaskEvidenceController {
  constructor(
    private readonly query: EvidenceQuery,
    private readonly uploading: UploadEvidenceService,
  ) {}

  /** 列出任务的佐证材料，新近的在前 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(
    @Param('taskId') taskId: string,
    @Query() { withPast, after, limit }: TaskEvidenceQuery,
  ): Promise<EvidencePageResponse> {
    return this.query.ofTask(taskId, withPast, after, limit);
  }

  /** 上传一份佐证材料；同一文件重复上传的，返回 200 和已有的材料 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ name: CONTENT_HASH_HEADER, required: false, description: '文件内容的 SHA-256，用于核对' })
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: EvidenceSheetResponse })
  @ApiOkResponse({ type: EvidenceSheetResponse, description: '同一文件已经上传过' })
  async upload(
    @Param('taskId') taskId: string,
    @Query() { subjectKind: kind, subjectId: id, ...wish }: UploadQuery,
    @UploadStream() file: IncomingFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceSheetResponse> {
    const subject = kind && id ? { kind, id } : undefined;
    const uploaded = await this.uploading.upload(taskId, { ...wish, subject }, file);
    void reply.status(uploaded.isNew ? 201 : 200);
    return this.query.sheet(uploaded.id);
  }
}
