import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../platform/auth/can.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { RetryDelivery } from '../../reminders/retry-delivery.deeds.js';
import { presentOverview, type QueueOverviewResponse } from './present-overview.js';
import {
  presentDueSlot,
  presentRun,
  type QueueDueSlotsResponse,
  type QueueRunPageResponse,
} from './present-runs.js';
import {
  presentQueueDelivery,
  presentQueueEvent,
  presentQueueRobot,
  type QueueDeliveryPageResponse,
  type QueueEventPageResponse,
  type QueueRetryResponse,
  type QueueRobotsResponse,
} from './present-waiting.js';
import { QueueLists } from './queue-lists.service.js';
import { QueueOverviewService } from './queue-overview.service.js';
import { DeliveryListQuery, EventListQuery, RetryRunRequest, RunListQuery } from './requests.js';
import { RetryService } from './retry.service.js';

/** 后台任务 */
@ApiTags('后台任务')
@Controller('queue')
export class QueueController {
  constructor(
    private readonly overviews: QueueOverviewService,
    private readonly lists: QueueLists,
    private readonly retries: RetryService,
    private readonly deliveries: RetryDelivery,
  ) {}

  /** 总况：应为 0 的计数、进程、新任务如何通知 */
  @Get()
  @Can('SYSADMIN', 'AUDITOR')
  async overview(): Promise<QueueOverviewResponse> {
    return presentOverview(await this.overviews.overview());
  }

  /** 定时任务各期的办理情况，后开始的在前 */
  @Get('runs')
  @Can('SYSADMIN', 'AUDITOR')
  async runs(@Query() { limit, after, ...filter }: RunListQuery): Promise<QueueRunPageResponse> {
    const rows = await this.lists.runs(
      filter,
      after === undefined ? null : decodeCursor(after, 3),
      limit + 1,
    );
    const ground = await this.lists.slotGround();
    return pageOf(
      rows,
      limit,
      (row) => presentRun(row, ground),
      ({ run: { startedAt, job, slot } }) => [startedAt, job, slot],
    );
  }

  /** 到期而未开始的任务，最早到期的在前 */
  @Get('due')
  @Can('SYSADMIN', 'AUDITOR')
  async due(): Promise<QueueDueSlotsResponse> {
    const { items, total } = await this.lists.dueSlots();
    const ground = await this.lists.slotGround();
    return { items: items.map((item) => presentDueSlot(item, ground)), total };
  }

  /** 待发事项，最先办理的在前 */
  @Get('events')
  @Can('SYSADMIN', 'AUDITOR')
  async events(@Query() { limit, after, state }: EventListQuery): Promise<QueueEventPageResponse> {
    const rows = await this.lists.events(
      state,
      after === undefined ? null : decodeCursor(after, 2),
      limit + 1,
    );
    return pageOf(rows, limit, presentQueueEvent, ({ nextAt, id }) => [nextAt, id]);
  }

  /** 未送达的邮件和群消息，最先发送的在前 */
  @Get('deliveries')
  @Can('SYSADMIN', 'AUDITOR')
  async undelivered(
    @Query() { limit, after, ...choice }: DeliveryListQuery,
  ): Promise<QueueDeliveryPageResponse> {
    const from = after === undefined ? null : decodeCursor(after, 2);
    const rows = await this.lists.deliveries(choice, from, limit + 1);
    return pageOf(rows, limit, presentQueueDelivery, ({ nextAt, id }) => [nextAt, id]);
  }

  /** 有消息要发的群机器人及其限速情况 */
  @Get('robots')
  @Can('SYSADMIN', 'AUDITOR')
  async robots(): Promise<QueueRobotsResponse> {
    return { items: (await this.lists.robots()).map(presentQueueRobot) };
  }

  /** 重试一期失败的任务 */
  @Post('runs/retry')
  @HttpCode(200)
  @Can('SYSADMIN')
  async retryRun(
    @Body() { job, slot }: RetryRunRequest,
    @IfMatch() version: number,
  ): Promise<QueueRetryResponse> {
    await this.retries.run(job, slot, version);
    return { note: await this.overviews.soon() };
  }

  /** 重试一件失败或者已放弃的待发事项 */
  @Post('events/:id/retry')
  @HttpCode(200)
  @Can('SYSADMIN')
  async retryEvent(@Param('id') id: string, @IfMatch() version: number): Promise<QueueRetryResponse> {
    await this.retries.event(id, version);
    return { note: await this.overviews.soon() };
  }

  /** 重试一件未送达的邮件或者群消息 */
  @Post('deliveries/:id/retry')
  @HttpCode(200)
  @Can('SYSADMIN')
  async retryDelivery(@Param('id') id: string, @IfMatch() version: number): Promise<QueueRetryResponse> {
    await this.deliveries.retry(id, version);
    return { note: await this.overviews.soon() };
  }
}
