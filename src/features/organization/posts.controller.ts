import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { currentActor } from '../../platform/auth/actor-context.js';
import { Can } from '../../platform/auth/can.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { missingPosts } from './missing-posts.js';
import { OrganizationReader } from './organization.reader.js';
import { PostsService } from './posts.service.js';
import {
  MissingPostsResponse,
  PostHistoryResponse,
  PostPageResponse,
  PostResponse,
  presentMissing,
  presentPost,
  presentPostHistory,
} from './present-post.js';
import { AppointRequest, ContactRequest, LastDayRequest, PostListQuery } from './requests.js';
import { VacanciesReader } from './vacancies.reader.js';

/** Posts and who holds them. */
@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly reader: OrganizationReader,
    private readonly vacancies: VacanciesReader,
    private readonly clock: Clock,
  ) {}

  /** 某日在任的岗位，按岗位代码排序 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async list(@Query() query: PostListQuery): Promise<PostPageResponse> {
    const { limit, after, asOf = this.clock.today(), department = null } = query;
    const from = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const terms = await this.posts.page(asOf, from, limit + 1, department);
    const codes = await this.posts.departmentCodes();
    return pageOf(
      terms,
      limit,
      (term) => presentPost(term, codes),
      ({ code }) => [code],
    );
  }

  /** 今日无人在任的联络员和主要负责人岗位，按单位 */
  @Get('missing')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN', 'SECADMIN')
  async missing(): Promise<MissingPostsResponse> {
    const today = this.clock.today();
    const [all, within, holders, vacancies] = await Promise.all([
      this.reader.departments(today),
      this.reader.idsWithin(currentActor().jurisdiction),
      this.reader.holders(today),
      this.vacancies.vacant(today),
    ]);
    const departments = all.filter(({ id }) => within.includes(id));
    return presentMissing(missingPosts(departments, holders, vacancies));
  }

  /** 一个岗位的历任人员，由新到旧 */
  @Get(':code')
  @Can('CLERK', 'DIRECTOR', 'LEADER', 'SYSADMIN', 'SECADMIN')
  async history(@Param('code') code: string): Promise<PostHistoryResponse> {
    return presentPostHistory(await this.posts.history(code), await this.posts.departmentCodes());
  }

  /** 修改现任人员的邮箱 */
  @Patch(':code')
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async changeContact(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { email }: ContactRequest,
  ): Promise<PostHistoryResponse> {
    const terms = await this.posts.changeContact(code, version, email);
    return presentPostHistory(terms, await this.posts.departmentCodes());
  }

  /** 任命岗位人员；前任任期至任职前一日止 */
  @Post()
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async appoint(@Body() body: AppointRequest): Promise<PostResponse> {
    return presentPost(await this.posts.appoint(body), await this.posts.departmentCodes());
  }

  /** 岗位人员离任 */
  @Post(':code/vacate')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR', 'SYSADMIN')
  async vacate(
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: LastDayRequest,
  ): Promise<PostResponse> {
    return presentPost(
      await this.posts.vacate(code, version, body.lastDay),
      await this.posts.departmentCodes(),
    );
  }
}
