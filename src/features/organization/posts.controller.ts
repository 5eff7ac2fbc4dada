import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Can } from '../../platform/auth/can.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, pageOf } from '../../platform/http/cursor.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { PostsService } from './posts.service.js';
import { PostPageResponse, PostResponse, presentPost } from './present-post.js';
import { AppointRequest, LastDayRequest, PostListQuery } from './requests.js';

/** Posts and who holds them. */
@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly clock: Clock,
  ) {}

  /** 某日在任的岗位，按岗位代码排序 */
  @Get()
  @Can('CLERK', 'DIRECTOR', 'LIAISON', 'HEAD', 'LEADER')
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

  /** 任命岗位人员；前任任期至任职前一日止 */
  @Post()
  @Can('CLERK', 'DIRECTOR')
  async appoint(@Body() body: AppointRequest): Promise<PostResponse> {
    return presentPost(await this.posts.appoint(body), await this.posts.departmentCodes());
  }

  /** 岗位人员离任 */
  @Post(':code/vacate')
  @HttpCode(200)
  @Can('CLERK', 'DIRECTOR')
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
