import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { handOverDocument } from './hand-over-document.js';
import { HandOverRequest } from './hand-over-requests.js';
import { HandOverQueries } from './hand-over-queries.js';
import { HandOverService } from './hand-over.service.js';
import {
  presentHandOverRecord,
  type HandOverPageView,
  type HandOverRecordView,
} from './present-hand-over.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 联络员和负责人岗位的交接 */
@ApiTags('交接')
@Controller('hand-overs/:postCode')
export class HandOverController {
  constructor(
    private readonly queries: HandOverQueries,
    private readonly handing: HandOverService,
  ) {}

  /** 岗位的现任、今日的交接清单和历次交接；单位只见本单位的 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async page(@Param('postCode') postCode: string): Promise<HandOverPageView> {
    return this.queries.page(postCode);
  }

  /** 办理交接：任命接任人，并固定当日的交接清单 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async handOver(
    @Param('postCode') postCode: string,
    @Body() body: HandOverRequest,
  ): Promise<HandOverRecordView> {
    const id = await this.handing.handOver(postCode, body);
    return presentHandOverRecord(await this.queries.one(postCode, id));
  }

  /** 一次交接及其当日的清单 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  async one(@Param('postCode') postCode: string, @Param('id') id: string): Promise<HandOverRecordView> {
    return presentHandOverRecord(await this.queries.one(postCode, id));
  }

  /** 交接清单（Word 文件） */
  @Get(':id/document')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD')
  @ApiOkResponse({ content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  async document(@Param('postCode') postCode: string, @Param('id') id: string): Promise<StreamableFile> {
    const record = presentHandOverRecord(await this.queries.one(postCode, id));
    const bytes = await handOverDocument(record);
    return new StreamableFile(bytes, {
      type: DOCX,
      disposition: `attachment; filename="hand-over-${record.postCode}-${record.from}.docx"`,
      length: bytes.length,
    });
  }

  /** 接任人确认已接手 */
  @Post(':id/confirm')
  @HttpCode(200)
  @Can('LIAISON', 'HEAD')
  async confirm(@Param('postCode') postCode: string, @Param('id') id: string): Promise<HandOverRecordView> {
    await this.handing.confirm(postCode, id);
    return presentHandOverRecord(await this.queries.one(postCode, id));
  }
}
