import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { ChangeEvidenceService } from './change-evidence.service.js';
import { EvidenceQuery } from './evidence-query.js';
import { LinkEvidenceService } from './link-evidence.service.js';
import { EvidencePageResponse, EvidenceRulesResponse, EvidenceSheetResponse } from './present-evidence.js';
import { ChangeEvidenceRequest, EvidenceListQuery, LinkRequest, RemovalRequest } from './requests.js';

/** Evidence by itself. */
@ApiTags('佐证材料')
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly query: EvidenceQuery,
    private readonly changing: ChangeEvidenceService,
    private readonly linking: LinkEvidenceService,
  ) {}

  /** 列出佐证材料，可按台账、任务、单位、月份、月报和有效期筛选 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(
    @Query() { after, limit, subjectKind: kind, subjectId: id, ...wish }: EvidenceListQuery,
  ): Promise<EvidencePageResponse> {
    const subject = kind && id ? { kind, id } : undefined;
    return this.query.page({ ...wish, subject }, after, limit);
  }

  /** 上传须知：大小、种类、保密提示 */
  @Get('rules')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async rules(): Promise<EvidenceRulesResponse> {
    return this.query.rules();
  }

  /** 查看一份材料、全部版本和关联的历史 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('id') id: string): Promise<EvidenceSheetResponse> {
    return this.query.sheet(id);
  }

  /** 修改说明、密级、月份、有效期和查阅范围 */
  @Patch(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async change(
    @Param('id') id: string,
    @Body() body: ChangeEvidenceRequest,
    @IfMatch() version: number,
  ): Promise<EvidenceSheetResponse> {
    await this.changing.change(id, body, version);
    return this.query.sheet(id);
  }

  /** 撤回材料，写明理由 */
  @Post(':id/remove')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async remove(
    @Param('id') id: string,
    @Body() { reason }: RemovalRequest,
    @IfMatch() version: number,
  ): Promise<EvidenceSheetResponse> {
    await this.changing.remove(id, reason, version);
    return this.query.sheet(id);
  }

  /** 增加一项所证明的事项 */
  @Post(':id/links')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async link(@Param('id') id: string, @Body() body: LinkRequest): Promise<EvidenceSheetResponse> {
    await this.linking.add(id, { kind: body.subjectKind, id: body.subjectId });
    return this.query.sheet(id);
  }

  /** 解除一项关联，写明理由 */
  @Post(':id/links/:linkId/remove')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async unlink(
    @Param('id') id: string,
    @Param('linkId') linkId: string,
    @Body() { reason }: RemovalRequest,
  ): Promise<EvidenceSheetResponse> {
    await this.linking.end(id, linkId, reason);
    return this.query.sheet(id);
  }
}
