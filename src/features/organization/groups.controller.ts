import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { GroupsService } from './groups.service.js';
import { GroupListResponse, GroupResponse, presentGroup } from './present-group.js';
import { CreateGroupRequest, SetMembersRequest, UpdateGroupRequest } from './requests.js';

/** Groups of departments such as 各街道. */
@Controller('department-groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  /** 单位组列表及今日成员 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async list(): Promise<GroupListResponse> {
    return { items: (await this.groups.list()).map(presentGroup), next: null };
  }

  /** 一个单位组及今日成员 */
  @Get(':code')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async get(@Param('code') code: string): Promise<GroupResponse> {
    return presentGroup(await this.groups.get(code));
  }

  /** 新增单位组 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async create(@Body() body: CreateGroupRequest): Promise<GroupResponse> {
    return presentGroup(await this.groups.create(body));
  }

  /** 修改单位组的名称和词语 */
  @Patch(':code')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async update(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: UpdateGroupRequest,
  ): Promise<GroupResponse> {
    return presentGroup(await this.groups.update(code, version, body));
  }

  /** 列明单位组的全部成员 */
  @Put(':code/members')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async setMembers(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: SetMembersRequest,
  ): Promise<GroupResponse> {
    return presentGroup(await this.groups.setMembers(code, version, body.departments));
  }
}
