import { Controller, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { Upload, type UploadedFile } from '../../../platform/http/upload.js';
import { ReconcileFileService } from '../reconcile-file.service.js';
import { QuarterQuery } from '../rate-requests.js';
import { CaseImportQuery } from './import-requests.js';
import { ImportCasesService } from './import-cases.service.js';
import { CaseImportResponse, presentCaseImport } from './present-case-import.js';
import { CourtFileResponse } from './present-court-file.js';

const FILE = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
} as const;

/** 导入法院或者司法局的名单 */
@ApiTags('出庭应诉')
@Controller()
export class CaseImportsController {
  constructor(
    private readonly importing: ImportCasesService,
    private readonly reconciling: ReconcileFileService,
  ) {}

  /** 导入案件名单；有一行有问题即全部不入库，重复导入不重复登记 */
  @Post('court-cases/import')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  async import(
    @Query() { dryRun = false }: CaseImportQuery,
    @Upload() file: UploadedFile,
  ): Promise<CaseImportResponse> {
    return presentCaseImport(await this.importing.import(file.bytes, file.name, dryRun));
  }

  /** 上传法院一个季度的名单，代替先前录入的，并逐案核对；有问题的单元格全部列出，此时不保存 */
  @Put('court-appearance/court-figures/file')
  @Can('CLERK', 'DIRECTOR')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  async figures(
    @Query() { year, quarter }: QuarterQuery,
    @Upload() file: UploadedFile,
  ): Promise<CourtFileResponse> {
    return this.reconciling.enter(year, quarter, file);
  }
}
