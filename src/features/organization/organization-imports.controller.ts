import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Can } from '../../platform/auth/can.js';
import { Upload, type UploadedFile } from '../../platform/http/upload.js';
import { ImportDepartmentsService } from './import-departments.service.js';
import { ImportPostsService } from './import-posts.service.js';
import { presentImportCount, type OrganizationImportResponse } from './present-import-count.js';
import { OrganizationImportQuery } from './requests.js';

const FILE = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } };

/** Departments and posts out of files; a faulty file is refused whole, with line, column and reason of every faulty cell. */
@Controller('organization-imports')
export class OrganizationImportsController {
  constructor(
    private readonly departments: ImportDepartmentsService,
    private readonly posts: ImportPostsService,
  ) {}

  /** 导入单位表（csv）；有误的，逐行逐列指明，一行也不导入 */
  @Post('departments')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  async importDepartments(
    @Query() { under }: OrganizationImportQuery,
    @Upload() file: UploadedFile,
  ): Promise<OrganizationImportResponse> {
    return presentImportCount(await this.departments.import(file.bytes, under));
  }

  /** 导入岗位及在任人员表（csv）；有误的，逐行逐列指明，一行也不导入 */
  @Post('posts')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  async importPosts(
    @Query() { under }: OrganizationImportQuery,
    @Upload() file: UploadedFile,
  ): Promise<OrganizationImportResponse> {
    return presentImportCount(await this.posts.import(file.bytes, under));
  }
}
