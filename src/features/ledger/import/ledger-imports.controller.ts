import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { dispositionOf } from '../../../platform/http/content-disposition.js';
import { WORKBOOK_TYPE } from '../../../platform/office/write-workbook.js';
import { ReturnWorkbookService } from './return-workbook.service.js';
import { Upload, type UploadedFile } from '../../../platform/http/upload.js';
import { CommitImportService } from './commit-import.service.js';
import { EditImportService } from './edit-import.service.js';
import { contentOf } from './import-content.js';
import { ImportLedgerService } from './import-ledger.service.js';
import { ImportPreviews } from './import-previews.js';
import { FixRowRequest, ImportQuery, MappingRequest } from './import-requests.js';
import {
  presentCommitted,
  presentImport,
  presentWaiting,
  type CommittedImportResponse,
  type ImportResponse,
  type WaitingImportsResponse,
} from './present-import.js';
import type { LedgerContext } from '../sheet/row-context.js';

@Controller('ledger-imports')
export class LedgerImportsController {
  constructor(
    private readonly importing: ImportLedgerService,
    private readonly editing: EditImportService,
    private readonly committing: CommitImportService,
    private readonly previews: ImportPreviews,
    private readonly returning: ReturnWorkbookService,
  ) {}

  /** 上传台账或者通知，得到导入预览 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@Query() query: ImportQuery, @Upload() file: UploadedFile): Promise<ImportResponse> {
    return presentImport(await this.importing.preview(file.bytes, file.name, query));
  }

  /** 列出未办完的导入，至多 20 次 */
  @Get()
  @Can('CLERK', 'DIRECTOR')
  async waiting(): Promise<WaitingImportsResponse> {
    return presentWaiting((await this.previews.waiting()).map(contentOf));
  }

  /** 查看导入预览 */
  @Get(':id')
  @Can('CLERK', 'DIRECTOR')
  async get(@Param('id') id: string): Promise<ImportResponse> {
    return presentImport(contentOf(await this.previews.any(id)));
  }

  /** 取回标明问题的工作簿：与上传的相同，有问题的单元格着色并附批注，改好后可重新上传 */
  @Get(':id/workbook')
  @ApiOkResponse({
    description: '工作簿',
    content: { [WORKBOOK_TYPE]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Can('CLERK', 'DIRECTOR')
  async workbook(@Param('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.returning.workbook(id);
    return new StreamableFile(bytes, { type: WORKBOOK_TYPE, disposition: dispositionOf(name, false) });
  }

  /** 指定各列含义，重新读取文件 */
  @Put(':id/mapping')
  @Can('CLERK', 'DIRECTOR')
  async map(
    @Param('id') id: string,
    @Body() body: MappingRequest,
    @IfMatch() version: number,
  ): Promise<ImportResponse> {
    const mapping = body.mapping as NonNullable<LedgerContext['mapping']>;
    return presentImport(await this.importing.map(id, mapping, version));
  }

  /** 更正预览中的一行 */
  @Patch(':id/rows/:row')
  @Can('CLERK', 'DIRECTOR')
  async fix(
    @Param('id') id: string,
    @Param('row', ParseIntPipe) row: number,
    @Body() body: FixRowRequest,
    @IfMatch() version: number,
  ): Promise<ImportResponse> {
    return presentImport(await this.editing.fix(id, row, body, version));
  }

  /** 入库 */
  @Post(':id/commit')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  async commit(@Param('id') id: string, @IfMatch() version: number): Promise<CommittedImportResponse> {
    return presentCommitted(await this.committing.commit(id, version));
  }

  /** 放弃导入 */
  @Delete(':id')
  @HttpCode(204)
  @Can('CLERK', 'DIRECTOR')
  async discard(@Param('id') id: string, @IfMatch() version: number): Promise<void> {
    await this.editing.discard(id, version);
  }
}
