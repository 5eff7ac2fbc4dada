import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { dispositionOf } from '../../../platform/http/content-disposition.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Upload, type UploadedFile } from '../../../platform/http/upload.js';
import { WORKBOOK_TYPE } from '../../../platform/office/write-workbook.js';
import { ImportOpinionsService } from './import-opinions.service.js';
import { OpinionImportQuery, OpinionRequest } from './opinion-requests.js';
import { OpinionsService } from './opinions.service.js';
import {
  OpinionImportResponse,
  OpinionsResponse,
  presentOpinionImport,
  presentOpinions,
} from './present-opinion.js';

/** What the public said to a decision and what became of it (第十八条). */
@ApiTags('重大行政决策')
@Controller('decisions/:id/opinions')
export class DecisionOpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly importing: ImportOpinionsService,
  ) {}

  /** 公众意见采纳情况表 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(@Param('id') id: string): Promise<OpinionsResponse> {
    return presentOpinions(await this.opinions.table(id));
  }

  /** 登记一条意见和采纳情况；不采纳、部分采纳的写明理由 */
  @Post()
  @Can('LIAISON')
  async add(
    @Param('id') id: string,
    @Body() body: OpinionRequest,
    @IfMatch() version: number,
  ): Promise<OpinionsResponse> {
    await this.opinions.add(id, body, version);
    return this.list(id);
  }

  /** 从 Excel 导入采纳情况表，代替原表；有问题的逐格指出，此时全部不保存；重复导入不作改动 */
  @Post('import')
  @HttpCode(200)
  @Can('LIAISON')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @Param('id') id: string,
    @Query() { dryRun = false }: OpinionImportQuery,
    @IfMatch() version: number,
    @Upload() file: UploadedFile,
  ): Promise<OpinionImportResponse> {
    return presentOpinionImport(await this.importing.import(id, file, version, dryRun));
  }

  /** 导出采纳情况表 .xlsx，改好后可以重新导入 */
  @Get('export.xlsx')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  @ApiOkResponse({ content: { [WORKBOOK_TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  async export(@Param('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.opinions.workbook(id);
    return new StreamableFile(bytes, { type: WORKBOOK_TYPE, disposition: dispositionOf(name, false) });
  }

  /** 修改一条意见和采纳情况 */
  @Put(':opinionId')
  @Can('LIAISON')
  async change(
    @Param('id') id: string,
    @Param('opinionId') opinionId: string,
    @Body() body: OpinionRequest,
    @IfMatch() version: number,
  ): Promise<OpinionsResponse> {
    await this.opinions.change(id, opinionId, body, version);
    return this.list(id);
  }
}
