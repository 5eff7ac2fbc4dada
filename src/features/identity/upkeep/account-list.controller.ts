import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { dispositionOf } from '../../../platform/http/content-disposition.js';
import { WORKBOOK_TYPE } from '../../../platform/office/write-workbook.js';
import { ExportAccountsService } from './export-accounts.service.js';

/** The list of accounts as a file. */
@Controller('account-list')
export class AccountListController {
  constructor(private readonly exporting: ExportAccountsService) {}

  /** 账号清单工作簿，供定期核对；导出记入审计 */
  @Get()
  @ApiOkResponse({
    description: '工作簿',
    content: { [WORKBOOK_TYPE]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Can('SYSADMIN', 'SECADMIN', 'AUDITOR')
  async export(): Promise<StreamableFile> {
    const { name, bytes } = await this.exporting.export();
    return new StreamableFile(bytes, { type: WORKBOOK_TYPE, disposition: dispositionOf(name, false) });
  }
}
