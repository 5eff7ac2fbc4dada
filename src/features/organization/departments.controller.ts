import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { DepartmentChangesService } from './department-changes.service.js';
import { DepartmentsService, type DepartmentFields } from './departments.service.js';
import {
  DepartmentDetailResponse,
  DepartmentHistoryResponse,
  DepartmentPageResponse,
  presentDepartment,
  presentDepartmentDetail,
  presentHistory,
} from './present-department.js';
import {
  AddAliasRequest,
  CreateDepartmentRequest,
  DepartmentListQuery,
  LastDayRequest,
  MergeDepartmentRequest,
  RenameDepartmentRequest,
  UpdateDepartmentRequest,
} from './requests.js';

/** Departments and their other names. */
@Controller('departments')
export class DepartmentsController {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly changes: DepartmentChangesService,
  ) {}

  /** 单位列表，按代码排序 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async list(@Query() query: DepartmentListQuery): Promise<DepartmentPageResponse> {
    const { limit, after, own, ...filter } = query;
    const from = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const rows = await this.departments.page(from, limit + 1, { ...filter, isOwn: own === 'true' });
    return pageOf(rows, limit, presentDepartment, ({ code }) => [code]);
  }

  /** 一个单位及其别名 */
  @Get(':code')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async get(@Param('code') code: string): Promise<DepartmentDetailResponse> {
    return presentDepartmentDetail(await this.departments.get(code));
  }

  /** 新增单位 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async create(@Body() body: CreateDepartmentRequest): Promise<DepartmentDetailResponse> {
    const { code, ...fields } = body;
    const complete = { parentCode: null, validFrom: null, validTo: null, ...columnsOf(fields) };
    return presentDepartmentDetail(await this.departments.create(code, complete as DepartmentFields));
  }

  /** 修改单位 */
  @Patch(':code')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async update(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: UpdateDepartmentRequest,
  ): Promise<DepartmentDetailResponse> {
    return presentDepartmentDetail(await this.departments.update(code, version, columnsOf(body)));
  }

  /** 单位更名；原名称作为别名保留 */
  @Post(':code/rename')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async rename(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { name, shortName }: RenameDepartmentRequest,
  ): Promise<DepartmentDetailResponse> {
    await this.changes.rename(code, version, { name, shortName });
    return presentDepartmentDetail(await this.departments.get(code));
  }

  /** 单位并入另一单位；此后原名称指向承接单位，任务和岗位另行调整 */
  @Post(':code/merge')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async merge(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { into, lastDay }: MergeDepartmentRequest,
  ): Promise<DepartmentDetailResponse> {
    await this.changes.merge(code, version, into, lastDay);
    return presentDepartmentDetail(await this.departments.get(code));
  }

  /** 单位的变更经过，由新到旧 */
  @Get(':code/history')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async history(@Param('code') code: string): Promise<DepartmentHistoryResponse> {
    return presentHistory(await this.changes.history(code));
  }

  /** 为单位增加别名 */
  @Post(':code/aliases')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async addAlias(
    @Param('code') code: string,
    @Body() body: AddAliasRequest,
  ): Promise<DepartmentDetailResponse> {
    const { alias, validFrom = null, validTo = null } = body;
    return presentDepartmentDetail(await this.departments.addAlias(code, alias, validFrom, validTo));
  }

  /** 终止别名 */
  @Post(':code/aliases/:aliasId/end')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async endAlias(
    @Param('code') code: string,
    @Param('aliasId') aliasId: string,
    @Body() body: LastDayRequest,
  ): Promise<DepartmentDetailResponse> {
    return presentDepartmentDetail(await this.departments.endAlias(code, aliasId, body.lastDay));
  }
}

/** Flags are kept as 0 and 1; what the request leaves out stays out. */
function columnsOf(body: UpdateDepartmentRequest): Partial<DepartmentFields> {
  const flags = {
    isEnforcementUnit: flag(body.isEnforcementUnit),
    isResponsibleDepartment: flag(body.isResponsibleDepartment),
  };
  const given = Object.entries({ ...body, ...flags }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
