import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { GroupsService } from './groups.service.js';
import { GroupListResponse, GroupResponse, presentGroup } from './present-group.js';
import { CreateGroupRequest, SetMembersRequest } from './requests.js';

/** Groups of departments such as 各街道. */
@Controller('department-groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  /** 单位组列表及今日成员 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async list(): Promise<GroupListResponse> {
    return { items: (await this.groups.list()).map(presentGroup), next: null };
  }

  /** 一个单位组及今日成员 */
  @Get(':code')
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
  async get(@Param('code') code: string): Promise<GroupResponse> {
    return presentGroup(await this.groups.get(code));
  }

  /** 新增单位组 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async create(@Body() body: CreateGroupRequest): Promise<GroupResponse> {
    return presentGroup(await this.groups.create(body));
  }

  /** 列明单位组的全部成员 */
  @Put(':code/members')
  @Can('CLERK', 'DIRECTOR')
  async setMembers(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: SetMembersRequest,
  ): Promise<GroupResponse> {
    return presentGroup(await this.groups.setMembers(code, version, body.departments));
  }
}
